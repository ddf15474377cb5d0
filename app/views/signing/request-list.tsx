import { ArrowRightIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { CaseTag } from '~/ui/case-tag'
import { DataTable } from '~/ui/data-table'
import { DateBlock } from '~/ui/date-block'
import { H3 } from '~/ui/heading'
import { TextLink } from '~/ui/text-link'
import { Verdict } from '~/ui/verdict'
import { moneyLabel } from './figures-card'
import type { RequestRow } from './signing'

/** A request that waits: by when, for whom, about how much, and the button that leads there. */
export function RequestCard({ row, primary }: { readonly row: RequestRow; readonly primary: boolean }) {
  const { t } = useTranslation('sign')
  const { t: tCase } = useTranslation('case')
  const { deadline, figures } = row
  const left = deadline.tone === 'past' ? tCase('deadline.pastShort') : tCase('deadline.left', { count: deadline.days })
  return (
    <article className="card case-card" aria-labelledby={`begaran-${row.id}`}>
      <DateBlock
        day={deadline.day}
        month={deadline.month}
        left={left}
        tone={deadline.tone === 'far' ? 'calm' : deadline.tone}
      />
      <div className="case-card-body">
        <div className="stack xtight">
          <span className="subtle small">
            {row.organisation} · {row.agency}
          </span>
          <H3 id={`begaran-${row.id}`}>{row.title}</H3>
        </div>
        <p className="small subtle">{t('list.asks', { requester: row.requester, at: row.requestedAt })}</p>
        <div className="next-step">
          <div className="num">
            {figures.amount && (
              <>
                <span className="small subtle">{moneyLabel(figures, t)}</span>
                <br />
                <b>{figures.amount.text}</b>
              </>
            )}
          </div>
          <ButtonLink
            to={`/skriv-under/${row.id}`}
            variant={primary ? 'primary' : 'secondary'}
            icon={<ArrowRightIcon aria-hidden />}
            iconPosition="right"
          >
            {t('list.read')}
            <span className="sr-only">: {row.title}</span>
          </ButtonLink>
        </div>
      </div>
    </article>
  )
}

/** What the reader has signed or declined. */
export function AnsweredRequests({ rows }: { readonly rows: readonly RequestRow[] }) {
  const { t } = useTranslation('sign')
  return (
    <div className="card flush">
      <DataTable
        caption={t('list.answered')}
        keyOf={({ id }) => id}
        rows={rows}
        columns={[
          {
            id: 'case',
            heading: t('list.case'),
            cell: ({ id, caseId, state, title }) => (
              <TextLink to={state === 'signed' ? `/arenden/${caseId}/kvittens` : `/skriv-under/${id}`}>
                {title}
              </TextLink>
            ),
          },
          { id: 'agency', heading: t('list.agency'), label: t('list.agency'), cell: ({ agency }) => agency },
          { id: 'when', heading: t('list.when'), label: t('list.when'), cell: ({ closedAt }) => closedAt },
          {
            id: 'outcome',
            heading: t('list.outcome'),
            label: t('list.outcome'),
            cell: ({ state }) =>
              state === 'declined' ? <CaseTag state="declined" /> : <Verdict tone="good">{t('list.signed')}</Verdict>,
          },
        ]}
      />
    </div>
  )
}
