import { Button } from '@navikt/ds-react/Button'
import { useTranslation } from 'react-i18next'
import { againIntent, wholePage } from './again-intent'
import type { StepQuestion } from './step'

interface ButtonProps {
  readonly id: string
  readonly label: string
  readonly year: number
  readonly what: 'answer' | 'files'
}

/** Below a question that nobody has answered: answers as last year, or carries last year's files over. */
export function AgainButton({ id, label, year, what }: ButtonProps) {
  const { t } = useTranslation('case')
  return (
    <div className="again">
      <Button type="submit" name="intent" value={`${againIntent}${id}`} size="small" variant="tertiary">
        {t(`again.${what}`, { year })}
        <span className="sr-only">: {label}</span>
      </Button>
    </div>
  )
}

interface PageProps {
  readonly questions: readonly StepQuestion[]
  readonly year: number | undefined
  /** How many were answered just now; undefined when nothing was asked for. */
  readonly done: number | undefined
}

/** At the top of a page: answers everything as last year that nobody has answered. Files are asked for one by one. */
export function AgainOnPage({ questions, year, done }: PageProps) {
  const { t } = useTranslation('case')
  const count = questions.filter(({ again }) => again === 'answer').length
  if (year === undefined || (count < 2 && done === undefined)) return null
  return (
    <div className="again-page">
      <p role={done === undefined ? undefined : 'status'}>
        {done === undefined ? t('again.offer', { count, year }) : t('again.done', { count: done, year })}
      </p>
      {done === undefined && (
        <Button type="submit" name="intent" value={`${againIntent}${wholePage}`} size="small" variant="secondary">
          {t('again.page', { year })}
        </Button>
      )}
    </div>
  )
}
