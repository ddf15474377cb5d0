import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { OrganisationEvent } from '~/grants/organisations/history.store.server'
import type { Language } from '~/platform/i18n/languages'
import { H2 } from '~/ui/heading'
import styles from './history.module.css'

const known = [
  'member.invite',
  'member.setRoles',
  'member.remove',
  'mandate.give',
  'mandate.revoke',
  'organisation.contact',
]

/** One change in a sentence. */
export function historyLine(
  { action, actorName, userName, rolesAfter }: OrganisationEvent,
  t: TFunction,
  language: Language,
): string {
  const actor = actorName ?? t('history.system')
  if (!known.includes(action)) return t('history.other', { actor, action })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const roles = list.format((rolesAfter ?? []).map((role) => t(`role.${role}`).toLocaleLowerCase(language)))
  return t(`history.${action}`, { actor, user: userName ?? '–', roles })
}

interface HistoryProps {
  readonly events: readonly { readonly seq: number; readonly at: string; readonly text: string }[]
}

/** Who has changed which rights and details, and when. */
export function History({ events }: HistoryProps) {
  const { t } = useTranslation('account')
  return (
    <section className="stack tight" aria-labelledby="historik">
      <H2 id="historik">{t('history.title')}</H2>
      {events.length === 0 && <p className="subtle">{t('history.empty')}</p>}
      <ol className={styles.events}>
        {events.map(({ seq, at, text }) => (
          <li key={seq}>
            <span className="small subtle">{at}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
