import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Says on every page that nothing here is real. */
export function DemoBanner() {
  const { t } = useTranslation('common')
  return (
    <aside className="demo-banner" aria-label={t('frame.demoLabel')}>
      <div className="wrap">
        <span>{t('frame.demo')}</span>
        <Link to="/demo">{t('frame.demoPeople')}</Link>
        <Link to="/demo/post">{t('frame.demoMail')}</Link>
      </div>
    </aside>
  )
}
