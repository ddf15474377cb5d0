import { useTranslation } from 'react-i18next'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { PageState } from '~/ui/page-state'
import styles from './signers-card.module.css'
import type { SignerRow } from './signing'

/** Who has signed and who is missing, where the form asks for several. */
export function SignersCard({ signers }: { readonly signers: readonly SignerRow[] }) {
  const { t } = useTranslation('signers')
  return (
    <Card labelledBy="underskrifter" gap="tight">
      <H2 id="underskrifter">{t('title')}</H2>
      <ul className="plain-list">
        {signers.map(({ name, title, signedAt: at, me }) => (
          <li key={name} className={styles.signer}>
            <div>
              {me ? t('you', { name }) : name}
              <div className="small subtle">{title}</div>
            </div>
            <PageState state={at ? 'done' : 'notStarted'}>{at ? t('done', { at }) : t('missing')}</PageState>
          </li>
        ))}
      </ul>
    </Card>
  )
}
