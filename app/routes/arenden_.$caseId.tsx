import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openCase } from '~/cases/open.server'
import { type Tasks, tasksOfCase } from '~/cases/tasks.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { H1, H2 } from '~/ui/heading'
import { Card, CardHead } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Paragraphs } from '~/ui/paragraphs'
import { Phases } from '~/ui/phases'
import { TextLink } from '~/ui/text-link'
import { HandIn } from '~/views/tasks/hand-in'
import { JointNotice } from '~/views/tasks/joint-notice'
import { PageTasks } from '~/views/tasks/page-tasks'
import { PassedOnCard } from '~/views/tasks/passed-on-card'
import { TasksAside } from '~/views/tasks/tasks-aside'

export const loader = guard(caseRule('read'), async ({ request, who, now, language, caseAccess }) => {
  const { caseId, rights, state } = caseAccess
  if (rights.review && !who.memberships.some(({ organisationId }) => organisationId === caseAccess.organisationId))
    throw redirect(`/granskning/${caseAccess.roundId}/arende/${caseId}`)
  if (state !== 'notOpened' && state !== 'started' && state !== 'awaitingSignature')
    throw redirect(`/arenden/${caseId}/kvittens`)
  const tasks = await tasksOfCase(caseId, who.user.id, language, now)
  return {
    tasks,
    rights,
    userId: who.user.id,
    wasLocked: new URL(request.url).searchParams.has('last'),
    title: pageTitle(tasks.heading.title),
  }
})

/** The officer begins: contact details, award and last year's answers are copied in. */
export const action = guard(caseRule('write'), async ({ who, now, language, caseAccess }) => {
  const { id, name, email, title, phone } = who.user
  await openCase({
    caseId: caseAccess.caseId,
    officer: { id, name, email, ...(title ? { title } : {}), ...(phone ? { phone } : {}) },
    now,
    language,
  })
  return redirect(`/arenden/${caseAccess.caseId}`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function CaseTasks() {
  const { tasks, rights, userId, wasLocked } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const { heading, request } = tasks
  const locked = heading.state === 'awaitingSignature'
  return (
    <Page draft crumbs={[{ href: '/arenden', text: t('mine.title') }, { text: heading.title }]}>
      <div className="stack page-top">
        <div className="stack tight">
          <H1>{heading.title}</H1>
          <p className="subtle">{facts(heading, t)}</p>
        </div>
        <Phases current={locked ? 'sign' : tasks.complete ? 'review' : 'fill'} />
        {wasLocked && <Notice tone="warning">{t('tasks.wasLocked')}</Notice>}
        {locked && request && (
          <Notice tone="info">
            {t('tasks.locked', { name: request.signatory })}{' '}
            <TextLink to={`/arenden/${heading.caseId}/underskrift`}>{t('tasks.showSignature')}</TextLink>
          </Notice>
        )}
        {request?.state === 'declined' && !locked && (
          <Notice tone="warning">
            {t('tasks.declined', { name: request.signatory, reason: request.declineReason ?? '' })}
          </Notice>
        )}
        {tasks.joint && <JointNotice problem={tasks.joint} />}
        {tasks.contributions.handedIn > 0 && rights.write && (
          <Notice tone="info">
            {t('tasks.contributions', { count: tasks.contributions.handedIn })}{' '}
            <TextLink to={`/arenden/${heading.caseId}/underlag`}>{t('tasks.showContributions')}</TextLink>
          </Notice>
        )}
        {tasks.conflicts > 0 && (
          <Notice tone="warning">
            {t('tasks.conflicts', { count: tasks.conflicts })}{' '}
            <TextLink to={`/arenden/${heading.caseId}/krock`}>{t('save.choose')}</TextLink>
          </Notice>
        )}
      </div>
      <div className="columns">
        <div className="stack">
          {tasks.passesOn && <PassedOnCard caseId={heading.caseId} />}
          {heading.state === 'notOpened' ? (
            <Begin tasks={tasks} mayWrite={rights.write} />
          ) : (
            <>
              <PageTasks tasks={tasks} editable={rights.write && !locked} />
              <HandIn tasks={tasks} mayAsk={rights.requestSignature} />
            </>
          )}
        </div>
        <TasksAside tasks={tasks} userId={userId} mayWrite={rights.write} />
      </div>
    </Page>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

function facts({ agency, caseNumber, award, posts }: Tasks['heading'], t: Translate): string {
  return [
    agency,
    caseNumber && t('fact.caseNumber', { number: caseNumber }),
    award && (posts ? t('fact.awardAndPosts', { amount: award, posts }) : t('fact.award', { amount: award })),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Begin({ tasks, mayWrite }: { readonly tasks: Tasks; readonly mayWrite: boolean }) {
  const { t } = useTranslation('case')
  return (
    <Card flush labelledBy="borja">
      <CardHead>
        <H2 id="borja">{t('begin.title')}</H2>
      </CardHead>
      <div className="stack card-body">
        {tasks.intro && <Paragraphs text={tasks.intro} />}
        <p>{t('begin.text', { count: tasks.pages.length })}</p>
        {mayWrite ? (
          <Form method="post">
            <Button type="submit">{t('begin.button')}</Button>
          </Form>
        ) : (
          <p className="subtle">{t('begin.officersOnly')}</p>
        )}
      </div>
      <ol className="tasks">
        {tasks.pages.map(({ id, number, title }) => (
          <li key={id}>
            <span className="task-number">{number}</span>
            <span>{title}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
