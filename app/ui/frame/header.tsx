import { ChevronDownIcon, KeyHorizontalIcon, LeaveIcon, MenuHamburgerIcon } from '@navikt/aksel-icons'
import { Link, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../avatar'
import { Mark } from '../mark'
import { LanguageSwitch } from './language-switch'

/** Who the header is for. */
export interface Visitor {
  readonly name: string
  /** The organisation that stands under the name. */
  readonly organisation: string | undefined
  readonly menu: readonly MenuItem[]
}

export const menuItems = ['cases', 'sign', 'review', 'rounds', 'organisation', 'help'] as const
export type MenuItem = (typeof menuItems)[number]

const addresses: Readonly<Record<MenuItem, string>> = {
  cases: '/arenden',
  sign: '/skriv-under',
  review: '/granskning',
  rounds: '/omgangar',
  organisation: '/organisation',
  help: '/hjalp',
}

interface HeaderProps {
  readonly visitor: Visitor | undefined
  /** Where the language switch comes back to. */
  readonly here: string
  /** The mark and the languages alone. */
  readonly bare: boolean
}

/** The dark bar: mark, menu by role, language, account. */
export function Header({ visitor, here, bare }: HeaderProps) {
  const { t } = useTranslation('common')
  return (
    <header className="head">
      <div className="wrap head-row">
        <Link className="brand" to="/" aria-label={t('frame.home')}>
          <Mark />
          Bidra
        </Link>
        {visitor && (
          <nav className="main-menu" aria-label={t('frame.mainMenu')}>
            <MenuList items={visitor.menu} />
          </nav>
        )}
        <div className="head-end">
          <LanguageSwitch here={here} className="head-link" />
          {visitor ? (
            <Account visitor={visitor} />
          ) : (
            !bare && (
              <Link className="head-link" to="/logga-in">
                {t('frame.signIn')}
              </Link>
            )
          )}
        </div>
        <PhoneMenu visitor={visitor} here={here} bare={bare} />
      </div>
    </header>
  )
}

function MenuList({ items }: { readonly items: readonly MenuItem[] }) {
  const { t } = useTranslation('common')
  const { pathname } = useLocation()
  return (
    <ul>
      {items.map((item) => {
        const to = addresses[item]
        const inside = pathname === to || pathname.startsWith(`${to}/`)
        return (
          <li key={item}>
            <Link to={to} aria-current={pathname === to ? 'page' : inside ? 'true' : undefined}>
              {t(`menu.${item}`)}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function Account({ visitor: { name, organisation } }: { readonly visitor: Visitor }) {
  const details = useClosing()
  return (
    <details className="account" ref={details}>
      <summary>
        <Avatar name={name} />
        <span className="account-name">
          {name}
          {organisation !== undefined && <small>{organisation}</small>}
        </span>
        <ChevronDownIcon aria-hidden />
      </summary>
      <div className="account-panel">
        <AccountList />
      </div>
    </details>
  )
}

function AccountList() {
  const { t } = useTranslation('common')
  return (
    <ul>
      <li>
        <Link to="/mina-inloggningar">
          <KeyHorizontalIcon aria-hidden />
          {t('frame.signIns')}
        </Link>
      </li>
      <li>
        <form method="post" action="/logga-ut">
          <button type="submit">
            <LeaveIcon aria-hidden />
            {t('frame.signOut')}
          </button>
        </form>
      </li>
    </ul>
  )
}

function PhoneMenu({ visitor, here, bare }: HeaderProps) {
  const { t } = useTranslation('common')
  const details = useClosing()
  return (
    <details className="phone-menu" ref={details}>
      <summary>
        <MenuHamburgerIcon fontSize="1.5rem" aria-hidden />
        {t('frame.menu')}
      </summary>
      <div className="phone-panel">
        {visitor && (
          <>
            <p className="panel-who">
              <b>{visitor.name}</b>
              {visitor.organisation !== undefined && <span className="subtle small"> · {visitor.organisation}</span>}
            </p>
            <nav aria-label={t('frame.mainMenu')}>
              <MenuList items={visitor.menu} />
            </nav>
            <div className="panel-rule">
              <AccountList />
            </div>
          </>
        )}
        <div className={visitor ? 'panel-rule' : undefined}>
          {!visitor && !bare && <Link to="/logga-in">{t('frame.signIn')}</Link>}
          <LanguageSwitch here={here} />
        </div>
      </div>
    </details>
  )
}

/** Closes an open menu at Escape, at a click elsewhere, and when the page has changed. Without script it is a toggle. */
function useClosing() {
  const details = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes it
  useEffect(() => {
    details.current?.removeAttribute('open')
  }, [key])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.current?.open) return
      details.current.open = false
      details.current.querySelector('summary')?.focus()
    }
    const onClick = (event: MouseEvent) => {
      if (details.current?.open && event.target instanceof Node && !details.current.contains(event.target)) {
        details.current.open = false
      }
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick)
    }
  }, [])
  return details
}
