import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deadlineView } from '~/cases/heading.server'
import { justHappened } from '~/cases/just-happened.server'
import { type MyCase, myCases } from '~/cases/my-cases.server'
import { reminderOf } from '~/cases/reminder'
import { when } from '~/cases/when'
import { formatDateTime, formatKronor } from '~/forms/format'
import type { Language } from '~/forms/text'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isAgency } from '~/platform/access/who'
import { translator } from '~/platform/i18n/translator.server'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Aside, AsideSection, OfficerLayout, PublicColumn } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'
import { type CardOfCase, CaseCard, DoneCases } from '~/views/tasks/case-card'
import { JustHappened } from '~/views/tasks/just-happened'

export const loader = guard(
  organisationRole('officer', 'signatory', 'viewer', 'administrator'),
  async ({ request, who, now, language, organisations }) => {
    const ids = organisations.filter(({ kind }) => !isAgency(kind)).map(({ id }) => id)
    if (ids.length === 0) throw new Response(null, { status: 404 })
    const cases = await myCases(ids, language, now)
    const t = translator(language, 'case')
    const writing = organisations.filter(({ roles }) => roles.includes('officer')).map(({ id }) => id)
    const view = { language, now, writing, severalOrganisations: ids.length > 1, meId: who.user.id }
    const cards = cases.map((each) => toCard(each, view))
    const reminded = cards.find(({ id }) => id === new URL(request.url).searchParams.get('paminnelse'))
    return {
      title: pageTitle(t('mine.title')),
      organisations: organisations.map(({ name }) => name).join(', '),
      email: who.user.email,
      events: await justHappened(cases, who.user.id, language, now),
      cards,
      reminded: reminded?.reminder?.names,
    }
  },
)

interface View {
  readonly language: Language
  readonly now: Date
  /** Organisations whose cases the reader fills in. */
  readonly writing: readonly string[]
  readonly severalOrganisations: boolean
  readonly meId: string
}

function toCard(each: MyCase, { language, now, writing, severalOrganisations, meId }: View): CardOfCase {
  const t = translator(language, 'case')
  const mayWrite = writing.includes(each.organisationId)
  const { editor, editedAt, submittedAt, request } = each
  return {
    id: each.id,
    title: each.title,
    agency: each.agency,
    state: each.state,
    late: each.late,
    deadline: deadlineView(each.deadline, false, language, now),
    pages: each.pages,
    next: each.next,
    contributions: mayWrite ? each.contributions : 0,
    mayWrite,
    ...(severalOrganisations ? { organisation: each.organisation } : {}),
    ...(each.caseNumber ? { caseNumber: each.caseNumber } : {}),
    ...(each.award === null ? {} : { award: formatKronor(each.award, language) }),
    ...(each.granted === null ? {} : { granted: formatKronor(each.granted, language) }),
    ...(each.kind === 'application' && each.amount !== null ? { applied: formatKronor(each.amount, language) } : {}),
    ...(editor && editedAt
      ? {
          edited: {
            me: editor.id === meId,
            name: editor.name,
            page: each.lastPage ?? '',
            at: when(editedAt, now, language, t),
          },
        }
      : {}),
    ...(request
      ? {
          signatory: {
            name: new Intl.ListFormat(language).format(request.missing.map(({ name }) => name)),
            at: when(request.requestedAt, now, language, t),
          },
          reminder: mayWrite ? reminderOf(request, meId, language, now) : undefined,
        }
      : {}),
    ...(submittedAt ? { submittedAt: formatDateTime(submittedAt, language) } : {}),
  }
}

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function MyCases() {
  const { cards, organisations, email, events, reminded } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['case', 'calendar', 'reminder'])
  const todo = cards.filter(({ state }) => state === 'notOpened' || state === 'started')
  const waiting = cards.filter(({ state }) => state === 'awaitingSignature')
  const done = cards.filter((card) => !todo.includes(card) && !waiting.includes(card))
  const first = todo[0] ?? waiting[0]

  if (cards.length === 0)
    return (
      <PublicColumn>
        <EmptyState heading={<H1>{t('mine.empty')}</H1>}>
          <p>{t('mine.emptyText', { organisations })}</p>
          <p>{t('mine.emptyMail', { email })}</p>
        </EmptyState>
      </PublicColumn>
    )
  return (
    <OfficerLayout
      aside={
        <Aside card label={t('mine.aside')}>
          <AsideSection title={t('mine.dates')}>
            <ul className="plain-list">
              {[...todo, ...waiting].map((card) => (
                <li key={card.id} className="dated">
                  <b>
                    {card.deadline.day}&nbsp;{card.deadline.month.slice(0, 3)}
                  </b>
                  <span>{card.title}</span>
                </li>
              ))}
            </ul>
            {waiting.length + todo.length > 0 && (
              <p className="after-list">
                <TextLink document to="/arenden/kalender.ics">
                  {t('add', { ns: 'calendar' })}
                </TextLink>
              </p>
            )}
          </AsideSection>
          {events.length > 0 && (
            <AsideSection title={t('mine.happened')}>
              <JustHappened events={events} />
            </AsideSection>
          )}
          <AsideSection title={t('mine.needHelp')}>
            <TextLink to="/hjalp">{t('mine.howItWorks')}</TextLink>
          </AsideSection>
        </Aside>
      }
    >
      <div className="stack tight">
        <H1>{t('mine.title')}</H1>
        <Lead>
          {first
            ? t('mine.lead', { count: todo.length, date: first.deadline.date, waiting: waiting.length })
            : t('mine.leadNothing')}
        </Lead>
        {reminded && (
          <Notice tone="success" live="polite">
            {t('done', { ns: 'reminder', names: reminded })}
          </Notice>
        )}
      </div>
      {todo.length > 0 && (
        <section className="stack" aria-labelledby="att-gora">
          <H2 id="att-gora">{t('mine.todo', { count: todo.length })}</H2>
          {todo.map((card, index) => (
            <CaseCard key={card.id} card={card} primary={index === 0} />
          ))}
        </section>
      )}
      {waiting.length > 0 && (
        <section className="stack" aria-labelledby="vantar">
          <H2 id="vantar">{t('mine.waiting', { count: waiting.length })}</H2>
          {waiting.map((card) => (
            <CaseCard key={card.id} card={card} primary={false} />
          ))}
        </section>
      )}
      {done.length > 0 && (
        <section className="stack" aria-labelledby="klara">
          <H2 id="klara">{t('mine.done')}</H2>
          <DoneCases cards={done} />
        </section>
      )}
    </OfficerLayout>
  )
}
