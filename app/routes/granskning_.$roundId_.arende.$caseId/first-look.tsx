import { useTranslation } from 'react-i18next'
import { DataTable } from '~/ui/data-table'
import { H2 } from '~/ui/heading'
import { Card, CardHead } from '~/ui/layout'
import { TextLink } from '~/ui/text-link'
import styles from './case.module.css'

interface FirstLookProps {
  readonly explained: readonly {
    readonly question: string
    readonly label: string
    readonly asked: string
    readonly words: string
  }[]
}

/** What the recipient had to explain, before everything else. */
export function FirstLook({ explained }: FirstLookProps) {
  const { t } = useTranslation('review')
  return (
    <Card flush labelledBy="forst">
      <CardHead ruled={false}>
        <H2 id="forst">{t('case.first')}</H2>
        {explained.length > 0 && (
          <span className="small subtle">{t('case.explained', { count: explained.length })}</span>
        )}
      </CardHead>
      {explained.length === 0 ? (
        <p className={styles.quiet}>{t('case.nothingFirst')}</p>
      ) : (
        <DataTable
          caption={t('case.first')}
          rows={explained}
          keyOf={({ question, asked }) => `${question} ${asked}`}
          columns={[
            {
              id: 'question',
              heading: t('case.question'),
              cell: ({ question, label }) => <TextLink to={`#svar-${question}`}>{label}</TextLink>,
            },
            { id: 'asked', heading: t('case.asked'), cell: ({ asked }) => <span className="subtle">{asked}</span> },
            { id: 'words', heading: t('case.words'), cell: ({ words }) => `”${words}”` },
          ]}
        />
      )}
    </Card>
  )
}

interface ChangesProps {
  readonly year: number
  readonly thisYear: number
  readonly answers: readonly {
    readonly question: string
    readonly label: string
    readonly before: string
    readonly after: string
  }[]
}

/** What is not as it was the year before. */
export function Changes({ year, thisYear, answers }: ChangesProps) {
  const { t } = useTranslation('review')
  const nothing = <span className="subtle">{t('case.nothing')}</span>
  return (
    <Card flush labelledBy="skillnader">
      <CardHead ruled={false}>
        <H2 id="skillnader">{t('case.changes', { year })}</H2>
        <span className="small subtle">{t('case.changesCount', { count: answers.length })}</span>
      </CardHead>
      {answers.length > 0 && (
        <DataTable
          caption={t('case.changes', { year })}
          rows={answers}
          keyOf={({ question }) => question}
          columns={[
            {
              id: 'question',
              heading: t('case.question'),
              cell: ({ question, label }) => <TextLink to={`#svar-${question}`}>{label}</TextLink>,
            },
            {
              id: 'before',
              heading: year,
              label: String(year),
              cell: ({ before }) => <span className={styles.before}>{before || nothing}</span>,
            },
            { id: 'after', heading: thisYear, label: String(thisYear), cell: ({ after }) => after || nothing },
          ]}
        />
      )}
    </Card>
  )
}
