import { useTranslation } from 'react-i18next'
import { Avatar } from '~/ui/avatar'
import { TextLink } from '~/ui/text-link'

/** One thing that somebody did, every name and time in words. */
export interface Happened {
  readonly key: string
  readonly what: 'answered' | 'asked' | 'declined' | 'signed'
  readonly me: boolean
  readonly name: string
  /** Title of the page, for answers. */
  readonly page: string
  readonly signatory: string
  readonly href: string
  readonly title: string
  readonly at: string
}

/** Who did what last: the first thing that colleagues ask each other. */
export function JustHappened({ events }: { readonly events: readonly Happened[] }) {
  const { t } = useTranslation('case')
  return (
    <ul className="plain-list">
      {events.map(({ key, what, me, name, page, signatory, href, title, at }) => (
        <li key={key} className="happened">
          <Avatar name={name} small />
          <span>
            {t(`happened.${what}${me ? 'ByYou' : ''}`, { name, page, signatory })}
            <span className="xsmall subtle">
              <TextLink to={href}>{title}</TextLink>
              <span>{at}</span>
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
