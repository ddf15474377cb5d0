import latinFont from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import { nb } from '@navikt/ds-react/locales'
import { Provider } from '@navikt/ds-react/Provider'
import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { visitorOf } from '~/platform/access/visitor'
import { demonstration } from '~/platform/demonstration.server'
import { eventNumber } from '~/platform/event.server'
import { themeOf } from '~/platform/i18n/preferences.server'
import { UsedNamespaces } from '~/platform/i18n/used-namespaces'
import { akselTexts } from '~/ui/aksel-texts'
import { ErrorPage, errorTitle } from '~/ui/error-page'
import { Frame } from '~/ui/frame/frame'
import { useNonce } from '~/ui/nonce'
import { pageTitle } from '~/ui/page-title'
import '~/ui/styles/index.css'

export const links: LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: latinFont, crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** The title of an error's page is the document's own to say, below: only there are the words at hand. */
export const meta: MetaFunction = ({ error }) => (error ? [] : [{ title: 'Bidra' }])

export const loader = guard(anyone, async ({ request, who, language, context }) => ({
  visitor: who && visitorOf(who),
  language,
  theme: themeOf(request),
  // The page about disturbances must show even when the database is the disturbance.
  demo: await demonstration().catch(() => false),
  event: eventNumber(context),
}))

/** The document around every page, whole ones and broken ones. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const error = useRouteError()
  const bare = useMatches().some(({ handle }) => typeof handle === 'object' && handle !== null && 'bare' in handle)
  const { t, i18n } = useTranslation('errors')
  const language = i18n.language === 'en' ? 'en' : 'sv'
  return (
    <html lang={language} className={data?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={data?.theme ?? 'light dark'} />
        <Meta />
        {error !== undefined && error !== null && <title>{pageTitle(t(errorTitle(error)))}</title>}
        <Links />
        <noscript>
          <style nonce={nonce}>{'.needs-script { display: none } .question[hidden] { display: block }'}</style>
        </noscript>
      </head>
      <body>
        <Provider locale={nb} translations={akselTexts[language]}>
          <Frame visitor={data?.visitor} theme={data?.theme} demo={data?.demo ?? false} bare={bare}>
            <Suspense>{children}</Suspense>
          </Frame>
        </Provider>
        <ScrollRestoration nonce={nonce} />
        <UsedNamespaces nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <ErrorPage
      error={useRouteError()}
      event={data?.event}
      home={data?.visitor?.menu.includes('cases') ? '/arenden' : '/'}
    />
  )
}
