import { useTranslation } from 'react-i18next'
import { Aside, AsideSection } from '~/ui/layout'
import { More } from '~/ui/more'
import { TextLink } from '~/ui/text-link'
import type { StepOfCasePage } from './step-page-data'

type Props = Pick<StepOfCasePage, 'heading' | 'step' | 'askable' | 'pages'>

/** Beside the form: the way back, the last day, the other pages. */
export function StepAside({ heading, step, askable, pages }: Props) {
  const { t } = useTranslation('case')
  const { deadline, caseId } = heading
  return (
    <Aside label={t('step.aside')}>
      <AsideSection>
        <p>
          <TextLink to={`/arenden/${caseId}`}>{t('step.toTasks')}</TextLink>
        </p>
        {askable && (
          <p>
            <TextLink to={`/arenden/${caseId}/underlag/ny?sida=${step.id}`}>{t('step.askContribution')}</TextLink>
          </p>
        )}
      </AsideSection>
      {step.previousYear !== undefined && (
        <AsideSection title={t('step.lastYear')}>
          <p>{t('step.lastYearText', { year: step.previousYear })}</p>
          <p>
            <TextLink to={`/arenden/${caseId}/forra-aret`}>{t('again.all', { year: step.previousYear })}</TextLink>
          </p>
        </AsideSection>
      )}
      <AsideSection title={t('deadline.title')}>
        <p>
          {deadline.date} {deadline.time}
        </p>
        <p className="subtle">
          {deadline.tone === 'past' ? t('deadline.past') : t('deadline.left', { count: deadline.days })}
        </p>
      </AsideSection>
      <AsideSection>
        <More title={t('step.allPages')}>
          <ol className="plain-list">
            {pages.map(({ id, title, state }) => (
              <li key={id}>
                {id === step.id ? (
                  <b aria-current="page">{title}</b>
                ) : (
                  <TextLink to={`/arenden/${caseId}/sida/${id}`}>{title}</TextLink>
                )}
                <span className="subtle xsmall"> {t(`pageState.${state}`, { ns: 'common' })}</span>
              </li>
            ))}
          </ol>
        </More>
      </AsideSection>
    </Aside>
  )
}
