import { ArrowRightIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import type { PageState } from '~/forms/judgement'
import { ButtonLink } from '~/ui/button-link'
import { CaseTag, type CaseTagState } from '~/ui/case-tag'
import { DataTable } from '~/ui/data-table'
import { DateBlock } from '~/ui/date-block'
import { H3 } from '~/ui/heading'
import { Row } from '~/ui/layout'
import { Segments } from '~/ui/segments'
import { TextLink } from '~/ui/text-link'
import { RemindButton, type Reminder } from '~/views/signing/reminder'

/** A case on «Mina ärenden», every figure and time in words. */
export interface CardOfCase {
  readonly id: string
  readonly title: string
  readonly agency: string
  readonly organisation?: string | undefined
  readonly caseNumber?: string | undefined
  readonly state: CaseTagState
  readonly late: boolean
  readonly award?: string | undefined
  /** As decided by now, also after the case was handed in. */
  readonly granted?: string | undefined
  readonly applied?: string | undefined
  readonly deadline: {
    readonly days: number
    readonly tone: 'far' | 'near' | 'past'
    readonly day: string
    readonly month: string
    readonly date: string
  }
  readonly pages: readonly PageState[]
  readonly next: { readonly page: string; readonly title: string; readonly correct: boolean } | null
  /** How many contributions wait to be accepted. */
  readonly contributions: number
  readonly mayWrite: boolean
  readonly edited?:
    | { readonly me: boolean; readonly name: string; readonly page: string; readonly at: string }
    | undefined
  /** Whom an open request waits for, and since when. */
  readonly signatory?: { readonly name: string; readonly at: string } | undefined
  /** For officers, where somebody else is waited for. */
  readonly reminder?: Reminder | undefined
  readonly submittedAt?: string | undefined
}

/** One case: what, by when, how far, who last, what next, and the one button that leads there. */
export function CaseCard({ card, primary }: { readonly card: CardOfCase; readonly primary: boolean }) {
  const { t } = useTranslation(['case', 'reminder'])
  const { deadline, pages } = card
  const done = pages.filter((state) => state === 'done').length
  const wrong = pages.filter((state) => state === 'needsCorrecting').length
  const left = deadline.tone === 'past' ? t('deadline.pastShort') : t('deadline.left', { count: deadline.days })
  return (
    <article className="card case-card" aria-labelledby={`arende-${card.id}`}>
      <DateBlock
        day={deadline.day}
        month={deadline.month}
        left={left}
        tone={deadline.tone === 'far' ? 'calm' : deadline.tone}
      />
      <div className="case-card-body">
        <div className="stack xtight">
          <Row between>
            <span className="subtle small">{facts(card, t).join(' · ')}</span>
            <CaseTag state={card.state} />
          </Row>
          <H3 id={`arende-${card.id}`}>
            <TextLink to={`/arenden/${card.id}`}>{card.title}</TextLink>
          </H3>
        </div>
        {card.state === 'started' && (
          <div className="stack xtight">
            <Segments states={pages} label={t('progress.label', { done, of: pages.length })} />
            <span className="small">
              {t('progress.label', { done, of: pages.length })}
              {wrong > 0 && <b className="bad-text"> · {t('progress.wrong', { count: wrong })}</b>}
            </span>
          </div>
        )}
        {card.contributions > 0 && (
          <p className="small">
            <TextLink to={`/arenden/${card.id}/underlag`}>
              {t('tasks.contributions', { count: card.contributions })}
            </TextLink>
          </p>
        )}
        <p className="small subtle">
          {lastEvent(card, t)}
          {card.reminder?.at && ` ${t('last', { ns: 'reminder', at: card.reminder.at })}`}
        </p>
        <div className="next-step">
          <div>
            <span className="small subtle">{t('next.title')}</span>
            <br />
            <b>{nextStep(card, t)}</b>
          </div>
          {card.reminder && !card.reminder.today ? (
            <RemindButton caseId={card.id} reminder={card.reminder} about={card.title} from="list" />
          ) : (
            <NextButton card={card} primary={primary} />
          )}
        </div>
      </div>
    </article>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

function facts(card: CardOfCase, t: Translate): string[] {
  return [
    card.organisation,
    card.agency,
    card.caseNumber && t('fact.caseNumber', { number: card.caseNumber }),
    card.applied ? t('fact.applied', { amount: card.applied }) : card.award && t('fact.award', { amount: card.award }),
  ].filter((fact): fact is string => Boolean(fact))
}

function lastEvent({ state, edited, signatory }: CardOfCase, t: Translate): string {
  if (state === 'awaitingSignature' && signatory) return t('last.sent', signatory)
  if (state === 'notOpened' || !edited) return t('last.notOpened')
  if (!edited.page) return t('last.opened', edited)
  return edited.me ? t('last.editedByYou', edited) : t('last.edited', edited)
}

function nextStep({ state, next, signatory }: CardOfCase, t: Translate): string {
  if (state === 'awaitingSignature') return t('next.waiting', { name: signatory?.name ?? '' })
  if (state === 'notOpened') return t('next.begin')
  if (!next) return t('next.review')
  return next.correct ? t('next.correct', { title: next.title }) : t('next.fill', { title: next.title })
}

function NextButton({ card, primary }: { readonly card: CardOfCase; readonly primary: boolean }) {
  const { t } = useTranslation('case')
  const href = `/arenden/${card.id}`
  const [to, text] = !card.mayWrite
    ? [href, t('next.read')]
    : card.state === 'awaitingSignature'
      ? [`${href}/underskrift`, t('next.show')]
      : card.state === 'notOpened'
        ? [href, t('next.beginButton')]
        : card.next
          ? [`${href}/sida/${card.next.page}${card.next.correct ? '?visa=fel' : ''}`, t('next.continueButton')]
          : [`${href}/granska`, t('next.reviewButton')]
  return (
    <ButtonLink
      to={to}
      variant={primary ? 'primary' : 'secondary'}
      icon={<ArrowRightIcon aria-hidden />}
      iconPosition="right"
    >
      {text}
      <span className="sr-only">: {card.title}</span>
    </ButtonLink>
  )
}

/** The cases that have been handed in. */
export function DoneCases({ cards }: { readonly cards: readonly CardOfCase[] }) {
  const { t } = useTranslation('case')
  const isGranted = cards.some(({ granted }) => granted !== undefined)
  return (
    <div className="card flush">
      <DataTable
        caption={t('mine.done')}
        keyOf={({ id }) => id}
        rows={cards}
        columns={[
          {
            id: 'case',
            heading: t('column.case'),
            cell: ({ id, title }) => <TextLink to={`/arenden/${id}/kvittens`}>{title}</TextLink>,
          },
          { id: 'agency', heading: t('column.agency'), label: t('column.agency'), cell: ({ agency }) => agency },
          {
            id: 'submitted',
            heading: t('column.submitted'),
            label: t('column.submitted'),
            cell: ({ submittedAt }) => submittedAt,
          },
          ...(isGranted
            ? [
                {
                  id: 'granted',
                  heading: t('column.granted'),
                  label: t('column.granted'),
                  align: 'right' as const,
                  cell: ({ granted }: CardOfCase) => granted ?? '–',
                },
              ]
            : []),
          {
            id: 'state',
            heading: t('column.state'),
            label: t('column.state'),
            cell: ({ state, late }) => (
              <Row gap="tight">
                <CaseTag state={state} />
                {late && <CaseTag state="late" />}
              </Row>
            ),
          },
        ]}
      />
    </div>
  )
}
