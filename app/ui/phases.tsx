import { useTranslation } from 'react-i18next'

export const phases = ['fill', 'review', 'sign', 'submitted'] as const
export type Phase = (typeof phases)[number]

/** The four phases of a case; those before the current one are done. `complete`: the last is done as well. */
export function Phases({ current, complete = false }: { readonly current: Phase; readonly complete?: boolean }) {
  const { t } = useTranslation('common')
  const now = phases.indexOf(current)
  return (
    <ol className="phases" aria-label={t('phase.label')}>
      {phases.map((phase, index) => {
        const done = index < now || complete
        return (
          <li
            key={phase}
            className={done ? 'done' : undefined}
            aria-current={index === now && !complete ? 'step' : undefined}
          >
            {index + 1}. {t(`phase.${phase}`)}
            {done && <span className="sr-only">, {t('phase.done')}</span>}
          </li>
        )
      })}
    </ol>
  )
}
