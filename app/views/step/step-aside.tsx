import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { StepOfCasePage } from './step-page-data'

/** Beside the form: the way back, the other pages, the last day. */
export function StepAside({ heading, step, pages }: Pick<StepOfCasePage, 'heading' | 'step' | 'pages'>) {
  const { t } = useTranslation('case')
  const { deadline } = heading
  return (
    <aside className="aside" aria-label={t('step.aside')}>
      <div className="aside-section">
        <Link to={`/arenden/${heading.caseId}`}>{t('step.toTasks')}</Link>
      </div>
      {step.previousYear !== undefined && (
        <div className="aside-section">
          <h2>{t('step.lastYear')}</h2>
          <p>{t('step.lastYearText', { year: step.previousYear })}</p>
        </div>
      )}
      <div className="aside-section">
        <h2>{t('deadline.title')}</h2>
        <p>
          {deadline.date} {deadline.time}
        </p>
        <p className="subtle">
          {deadline.tone === 'past' ? t('deadline.past') : t('deadline.left', { count: deadline.days })}
        </p>
      </div>
      <details className="more">
        <summary>{t('step.allPages')}</summary>
        <ol className="plain-list">
          {pages.map((page) => (
            <li key={page.id}>
              {page.id === step.id ? (
                <span aria-current="page">{page.title}</span>
              ) : (
                <Link to={`/arenden/${heading.caseId}/sida/${page.id}`}>{page.title}</Link>
              )}{' '}
              <span className="subtle xsmall">{t(`pageState.${page.state}`)}</span>
            </li>
          ))}
        </ol>
      </details>
    </aside>
  )
}
