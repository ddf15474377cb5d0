import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

export type ThemeName = 'light' | 'dark'

const links = [
  ['verify', '/kontrollera'],
  ['accessibility', '/tillganglighet'],
  ['privacy', '/personuppgifter'],
  ['status', '/driftstatus'],
] as const

const themes = [
  ['light', 'light'],
  ['dark', 'dark'],
  ['asComputer', ''],
] as const

interface FooterProps {
  /** The chosen one; undefined: as the computer is set. */
  readonly theme: ThemeName | undefined
  readonly here: string
}

/** What the portal is, and the choice between light and dark. */
export function Footer({ theme, here }: FooterProps) {
  const { t } = useTranslation('common')
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{t('frame.tagline')}</span>
        {links.map(([key, to]) => (
          <Link key={key} to={to} className="aksel-link">
            {t(`menu.${key}`)}
          </Link>
        ))}
        <form method="post" action="/installningar" className="theme-choice">
          <input type="hidden" name="tillbaka" value={here} />
          <span id="utseende">{t('frame.appearance')}</span>
          {themes.map(([key, value]) => (
            <button
              key={key}
              type="submit"
              name="tema"
              value={value}
              className="plain-button"
              aria-pressed={(theme ?? '') === value}
            >
              {t(`frame.${key}`)}
            </button>
          ))}
        </form>
      </div>
    </footer>
  )
}
