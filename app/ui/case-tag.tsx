import {
  ArrowCirclepathIcon,
  CircleIcon,
  CircleSlashIcon,
  ExclamationmarkTriangleFillIcon,
  FolderIcon,
  HourglassIcon,
  HourglassTopFilledIcon,
  InboxDownIcon,
  MagnifyingGlassIcon,
  PencilIcon,
  ReceiptIcon,
  SealCheckmarkIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons'
import { Tag } from '@navikt/ds-react/Tag'
import type { ComponentType, ReactNode, SVGProps } from 'react'
import { useTranslation } from 'react-i18next'

type Icon = ComponentType<SVGProps<SVGSVGElement>>
type Colour = 'neutral' | 'info' | 'accent' | 'warning' | 'success' | 'danger' | 'meta-purple'

/** Icon + words + colour: colour never carries the meaning alone. */
const caseLooks = {
  notOpened: ['neutral', CircleIcon],
  started: ['info', PencilIcon],
  awaitingSignature: ['meta-purple', HourglassIcon],
  submitted: ['accent', InboxDownIcon],
  underReview: ['accent', MagnifyingGlassIcon],
  completionRequested: ['warning', ArrowCirclepathIcon],
  completed: ['accent', InboxDownIcon],
  approved: ['success', SealCheckmarkIcon],
  granted: ['success', SealCheckmarkIcon],
  partlyGranted: ['success', SealCheckmarkIcon],
  refused: ['danger', XMarkOctagonIcon],
  repaymentClaimed: ['warning', ReceiptIcon],
  closed: ['neutral', FolderIcon],
  late: ['danger', ExclamationmarkTriangleFillIcon],
  extended: ['info', HourglassTopFilledIcon],
  nothingToReport: ['neutral', CircleSlashIcon],
  declined: ['warning', XMarkOctagonIcon],
} as const satisfies Record<string, readonly [Colour, Icon]>

export type CaseTagState = keyof typeof caseLooks

interface CaseTagProps {
  readonly state: CaseTagState
  /** Officers read «Inte påbörjad» where reviewers read «Inte öppnad». */
  readonly audience?: 'officer' | 'reviewer' | undefined
  readonly size?: 'medium' | 'small' | 'xsmall' | undefined
  /** Other words than the state's own: «Sen 1 dag». */
  readonly children?: ReactNode
}

/** The state of a case, a signature request or a decision. */
export function CaseTag({ state, audience = 'officer', size = 'small', children }: CaseTagProps) {
  const { t } = useTranslation('common')
  const [colour, Icon] = caseLooks[state]
  const key = state === 'notOpened' && audience === 'officer' ? 'notStarted' : state
  return (
    <Tag
      className="tag"
      size={size}
      variant={state === 'notOpened' ? 'outline' : 'moderate'}
      data-color={colour}
      icon={<Icon aria-hidden />}
    >
      {children ?? t(`caseState.${key}`)}
    </Tag>
  )
}
