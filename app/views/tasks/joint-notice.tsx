import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'

interface JointNoticeProps {
  /** `named`: the recipient is in somebody's case · `partners`: its partners are in another. */
  readonly problem: { readonly what: 'named' | 'partners'; readonly names: readonly string[] }
}

/** Why the case cannot be handed in beside others of its round, and what to do. */
export function JointNotice({ problem: { what, names } }: JointNoticeProps) {
  const { t, i18n } = useTranslation('signers')
  return (
    <Notice tone="warning">{t(`joint.${what}`, { names: new Intl.ListFormat(i18n.language).format(names) })}</Notice>
  )
}
