import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { eventNumber } from '~/platform/event.server'
import { i18nOfPage } from '~/platform/i18n/i18n.server'
import { languageOf } from '~/platform/i18n/language.server'
import { isLanguage, type Language } from '~/platform/i18n/languages'
import { log } from '~/platform/log.server'
import { EventContext } from '~/ui/event'
import { NonceContext } from '~/ui/nonce'

/** A page that has not been rendered by then is given up, in milliseconds. */
const patience = 10_000

/** Renders a page in the visitor's language, streaming; robots wait for the whole. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  load: AppLoadContext,
): Promise<Response> {
  const nonce = typeof load.cspNonce === 'string' ? load.cspNonce : ''
  const i18n = i18nOfPage(await languageShown(request, context))
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady'
  let code = status
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <EventContext.Provider value={eventNumber(load)}>
          <I18nextProvider i18n={i18n}>
            <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={patience} />
          </I18nextProvider>
        </EventContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          // Pages hold what only this visitor may see, and change at any time.
          if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
          headers.append('Vary', 'Cookie')
          headers.append('Vary', 'Accept-Language')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500
          log().error({ err: error, event: eventNumber(load) }, 'a page could not be rendered')
        },
      },
    )
    setTimeout(abort, patience + 1_000).unref()
  })
}

/** A fault in a loader or an action. What a visitor breaks off is none. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted) return
  log().error({ err: error, event: eventNumber(context) }, 'a request failed')
}

/** What the root's loader found out, so that both agree; by the request alone when it failed. */
async function languageShown(request: Request, context: EntryContext): Promise<Language> {
  const root: unknown = context.staticHandlerContext.loaderData.root
  if (typeof root === 'object' && root !== null && 'language' in root && isLanguage(root.language)) return root.language
  return languageOf(request)
}
