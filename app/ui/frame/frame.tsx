import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFocusOnNavigation } from '../focus-on-navigation'
import { mainId } from '../page'
import { DemoBanner } from './demo-banner'
import { Footer, type ThemeName } from './footer'
import { Header, type Visitor } from './header'

interface FrameProps {
  readonly visitor: Visitor | undefined
  readonly theme: ThemeName | undefined
  readonly demo: boolean
  /** For somebody who has come by a link to one thing: no menu, and nothing to sign in to. */
  readonly bare: boolean
  readonly children: ReactNode
}

/** Header, page, footer: around every page of the portal. */
export function Frame({ visitor, theme, demo, bare, children }: FrameProps) {
  const { t } = useTranslation('common')
  const { pathname, search } = useLocation()
  useFocusOnNavigation(pathname)
  const here = `${pathname}${search}`
  return (
    <>
      <a className="skip" href={`#${mainId}`}>
        {t('frame.skip')}
      </a>
      {demo && <DemoBanner />}
      <Header visitor={bare ? undefined : visitor} here={here} bare={bare} />
      <div className="wrap page-body">{children}</div>
      <Footer theme={theme} here={here} />
    </>
  )
}
