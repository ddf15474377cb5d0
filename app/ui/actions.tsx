import {
  ArrowCirclepathIcon,
  CheckmarkCircleFillIcon,
  CloudSlashIcon,
  ExclamationmarkTriangleFillIcon,
} from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The buttons of a form, always in sight: put last in the form on a `Sheet`. */
export function ActionBar({ children, state }: { readonly children: ReactNode; readonly state?: ReactNode }) {
  return (
    <div className="action-bar">
      {children}
      {state}
    </div>
  )
}

interface SaveStateProps {
  readonly state: 'saved' | 'saving' | 'failed' | 'offline'
  /** «14.03», the server's own time; only with `saved`. */
  readonly at?: string | undefined
}

/** Whether what is typed is safe. «Sparat» is said only after the server has answered. */
export function SaveState({ state, at }: SaveStateProps) {
  const { t } = useTranslation('common')
  const bad = state === 'failed' || state === 'offline'
  const text = state === 'saved' && at !== undefined ? t('save.savedAt', { time: at }) : t(`save.${state}`)
  return (
    <span className={`save-state ${state}`}>
      <SaveIcon state={state} />
      <span role="status">{bad ? '' : text}</span>
      <span role="alert">{bad ? text : ''}</span>
    </span>
  )
}

function SaveIcon({ state }: Pick<SaveStateProps, 'state'>) {
  if (state === 'saved') return <CheckmarkCircleFillIcon aria-hidden />
  if (state === 'saving') return <ArrowCirclepathIcon aria-hidden />
  return state === 'offline' ? <CloudSlashIcon aria-hidden /> : <ExclamationmarkTriangleFillIcon aria-hidden />
}
