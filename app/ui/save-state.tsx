import {
  ArrowCirclepathIcon,
  CheckmarkCircleFillIcon,
  CloudSlashIcon,
  ExclamationmarkTriangleFillIcon,
} from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'

export interface SaveStateProps {
  readonly status: 'idle' | 'saved' | 'saving' | 'failed' | 'offline'
  /** «kl. 14.03»: the server's own time of the last save. */
  readonly at?: string | undefined
}

/** Whether what is typed is safe. «Sparat» is said only after the server has answered. Nothing while nothing has been saved. */
export function SaveState({ status, at }: SaveStateProps) {
  const { t } = useTranslation('common')
  const bad = status === 'failed' || status === 'offline'
  const text = wording()
  return (
    <span className={`save-state ${status}`}>
      <SaveIcon status={text ? status : 'idle'} />
      <span role="status">{bad ? '' : text}</span>
      <span role="alert">{bad ? text : ''}</span>
    </span>
  )

  function wording(): string {
    if (status === 'idle' || status === 'saved') return at === undefined ? '' : t('save.savedAt', { time: at })
    return t(`save.${status}`)
  }
}

function SaveIcon({ status }: Pick<SaveStateProps, 'status'>) {
  if (status === 'idle') return null
  if (status === 'saved') return <CheckmarkCircleFillIcon aria-hidden />
  if (status === 'saving') return <ArrowCirclepathIcon aria-hidden />
  return status === 'offline' ? <CloudSlashIcon aria-hidden /> : <ExclamationmarkTriangleFillIcon aria-hidden />
}
