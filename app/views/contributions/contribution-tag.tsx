import { useTranslation } from 'react-i18next'
import { CaseTag, type CaseTagState } from '~/ui/case-tag'
import type { ContributionStatusName } from './contribution'

const looks = {
  asked: 'notOpened',
  opened: 'started',
  handedIn: 'submitted',
  sentBack: 'completionRequested',
  accepted: 'approved',
  withdrawn: 'closed',
  expired: 'late',
} as const satisfies Record<ContributionStatusName, CaseTagState>

/** How a contribution stands, in a word. */
export function ContributionTag({ status }: { readonly status: ContributionStatusName }) {
  const { t } = useTranslation('contribution')
  return <CaseTag state={looks[status]}>{t(`status.${status}`)}</CaseTag>
}
