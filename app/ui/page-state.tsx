import {
  CheckmarkCircleFillIcon,
  CircleIcon,
  PadlockLockedIcon,
  PencilIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import type { ComponentType, ReactNode, SVGProps } from 'react'
import { useTranslation } from 'react-i18next'

type Icon = ComponentType<SVGProps<SVGSVGElement>>

const pageLooks = {
  notStarted: ['quiet', CircleIcon],
  started: ['ongoing', PencilIcon],
  done: ['good', CheckmarkCircleFillIcon],
  needsCorrecting: ['bad', XMarkOctagonFillIcon],
  optional: ['quiet', CircleIcon],
  locked: ['quiet', PadlockLockedIcon],
} as const satisfies Record<string, readonly [string, Icon]>

export type PageStateName = keyof typeof pageLooks

/** The state of one page of a form. */
export function PageState({ state, children }: { readonly state: PageStateName; readonly children?: ReactNode }) {
  const { t } = useTranslation('common')
  const [tone, Icon] = pageLooks[state]
  return (
    <span className={`state ${tone}`}>
      <Icon aria-hidden />
      {children ?? t(`pageState.${state}`)}
    </span>
  )
}
