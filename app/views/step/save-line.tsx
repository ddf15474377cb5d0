import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveState } from '~/ui/save-state'
import { TextLink } from '~/ui/text-link'
import type { Autosave } from './use-autosave'

interface Props {
  readonly autosave: Autosave
  readonly here: string
  readonly caseHref: string
  readonly pageId: string
}

/** When the page was saved last, always in sight; and what to do when it could not be. */
export function SaveLine({ autosave: { status, answer }, here, caseHref, pageId }: Props) {
  const { t } = useTranslation('case')
  if (status === 'signedOut')
    return (
      <Trouble>
        {t('save.signedOut')} <TextLink to={`/logga-in?nasta=${encodeURIComponent(here)}`}>{t('save.signIn')}</TextLink>
      </Trouble>
    )
  if (status === 'locked')
    return (
      <Trouble>
        {t('save.locked')} <TextLink to={caseHref}>{t('save.toCase')}</TextLink>
      </Trouble>
    )
  if (answer && answer.conflicts.length > 0)
    return (
      <Trouble>
        {t('save.conflict', { count: answer.conflicts.length })}{' '}
        <TextLink to={`${caseHref}/krock?sida=${pageId}`}>{t('save.choose')}</TextLink>
      </Trouble>
    )
  if (status === 'offline')
    return (
      <div className="save-state failed">
        <span>
          <SaveState status="offline" /> {t('save.offline')}
        </span>
      </div>
    )
  return <SaveState status={status} at={answer?.savedAt} />
}

const Trouble = ({ children }: { readonly children: ReactNode }) => (
  <div className="save-state failed" role="alert">
    <span>{children}</span>
  </div>
)
