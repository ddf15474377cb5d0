import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deadlineView } from '~/cases/heading.server'
import { justHappened } from '~/cases/just-happened.server'
import { type MyCase, myCases } from '~/cases/my-cases.server'
import { formatDateTime, formatKronor } from '~/forms/format'
import type { Language } from '~/forms/text'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isAgency } from '~/platform/access/who'
import { translator } from '~/platform/i18n/translator.server'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Aside, AsideSection, OfficerLayout, PublicColumn } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'
import { type CardOfCase, CaseCard, DoneCases } from '~/views/tasks/case-card'
import { JustHappened } from '~/views/tasks/just-happened'

export const loader = guard(
  organisationRole('officer', 'signatory', 'viewer', 'administrator'),
  async ({ who, now, language, organisations }) => {
    const ids = organisations.filter(({ kind }) => !isAgency(kind)).map(({ id }) => id)
    if (ids.length === 0) throw new Response(null, { status: 404 })
    const cases = await myCases(ids, language, now)
    const t = translator(language, 'case')
    const mayWrite = organisations.some(({ roles }) => roles.includes('officer'))
    return {
      title: pageTitle(t('mine.title')),
      organisations: organisations.map(({ name }) => name).join(', '),
      email: who.user.email,
      events: await justHappened(cases, who.user.id, language),
      cards: cases.map((each) =>
        toCard(each, { language, now, mayWrite, severalOrganisations: ids.length > 1, meId: who.user.id }),
      ),
    }
  },
)

interface View {
  readonly language: Language
  readonly now: Date
  readonly mayWrite: boolean
  readonly severalOrganisations: boolean
  readonly meId: string
}

function toCard(each: MyCase, { language, now, mayWrite, severalOrganisations, meId }: View): CardOfCase {
  const { editor, editedAt, submittedAt, signatory } = each
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
    ...(each.kind === 'application' && each.amount !== null ? { applied: formatKronor(each.amount, language) } : {}),
    ...(editor && editedAt
      ? {
          edited: {
            me: editor.id === meId,
            name: editor.name,
            page: each.lastPage ?? '',
            at: formatDateTime(editedAt, language),
          },
        }
      : {}),
    ...(signatory
      ? {
          signatory: {
            name: signatory.name,
            title: signatory.title ?? '',
            at: formatDateTime(signatory.requestedAt, language),
          },
        }
      : {}),
    ...(submittedAt ? { submittedAt: formatDateTime(submittedAt, language) } : {}),
  }
}

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function MyCases() {
  const { cards, organisations, email, events } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
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
                    {card.deadline.day} {card.deadline.month}
                  </b>
                  <span>{card.title}</span>
                </li>
              ))}
            </ul>
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
