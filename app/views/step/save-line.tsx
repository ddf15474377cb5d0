import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SaveState } from '~/ui/save-state'
import type { Autosave } from './use-autosave'

interface Props {
  readonly autosave: Autosave
  readonly here: string
  readonly caseId: string
  readonly pageId: string
}

/** When the page was saved last, always in sight; and what to do when it could not be. */
export function SaveLine({ autosave: { status, answer }, here, caseId, pageId }: Props) {
  const { t } = useTranslation('case')
  if (status === 'signedOut')
    return (
      <p className="save-state failed" role="alert">
        <span>
          {t('save.signedOut')} <Link to={`/logga-in?nasta=${encodeURIComponent(here)}`}>{t('save.signIn')}</Link>
        </span>
      </p>
    )
  if (status === 'locked')
    return (
      <p className="save-state failed" role="alert">
        <span>
          {t('save.locked')} <Link to={`/arenden/${caseId}`}>{t('save.toCase')}</Link>
        </span>
      </p>
    )
  if (answer && answer.conflicts.length > 0)
    return (
      <p className="save-state failed" role="alert">
        <span>
          {t('save.conflict', { count: answer.conflicts.length })}{' '}
          <Link to={`/arenden/${caseId}/krock?sida=${pageId}`}>{t('save.choose')}</Link>
        </span>
      </p>
    )
  return <SaveState status={status} {...(answer ? { at: answer.savedAt } : {})} />
}
