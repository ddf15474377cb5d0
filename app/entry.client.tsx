import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createClientI18n } from '~/platform/i18n/browser'
import { readUsedNamespaces } from '~/platform/i18n/used-namespaces'
import { watchEarlyTyping } from '~/ui/early-typing'

/** Takes the page over once its texts are here; until then it is the server's, and its forms work. */
async function hydrate() {
  watchEarlyTyping()
  const i18n = await createClientI18n(document.documentElement.lang, readUsedNamespaces(document))
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18n}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
