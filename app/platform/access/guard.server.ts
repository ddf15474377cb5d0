import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { systemClock } from '../clock'
import { isUnstorableText } from '../db.server'
import { env } from '../env.server'
import { type ErrorCode, isPortalError, PortalError } from '../errors'
import { languageOf } from '../i18n/language.server'
import type { Language } from '../i18n/languages'
import { type CurrentSession, currentSession } from '../session.server'
import type { Access, Rule } from './rule'
import { isSameOrigin } from './same-origin'
import type { Who } from './who'

/** What every guarded handler gets, beside what its rule found. */
export interface Guarded<Person extends Who | undefined> {
  readonly request: Request
  readonly params: Readonly<Record<string, string | undefined>>
  readonly who: Person
  /** One moment for the whole request. */
  readonly now: Date
  /** The language that the page is shown in. */
  readonly language: Language
  readonly context: AppLoadContext
}

/**
 * Wraps a loader or an action so that it runs only when the rule finds a right; the default is no.
 *
 * - A post from another origin is refused with 403 (no token is needed, so forms work without script).
 * - Not signed in: a page redirects to the sign-in with a way back; whoever asks for JSON (autosave) gets 401, so that
 *   the page keeps what was typed.
 * - No right: 404, whether or not the thing exists.
 * - A `PortalError` that the handler lets through becomes a response with its status and a `Refusal`, for the error
 *   page or for the script that asked. So does a text that no database holds, which no page of ours posts.
 */
export function guard<Person extends Who | undefined, Found extends object, Result>(
  rule: Rule<Person, Found>,
  handler: (guarded: Guarded<Person> & Found) => Promise<Result>,
): ((args: LoaderFunctionArgs) => Promise<Result>) & { readonly access: Access } {
  const guarded = async ({ request, params, context }: LoaderFunctionArgs): Promise<Result> => {
    if (!isSameOrigin(request, env().origin)) throw new Response(null, { status: 403 })
    const now = systemClock()
    const session = await currentSession(request, context, params, now)
    if (rule.signedIn && !session.who) throw notSignedIn(request, session.ended)
    // The rule's type says whether a person is needed, and the line above has seen to it.
    const who = session.who as Person
    const place = String(context?.clientAddress ?? '')
    const found = await rule.find({ request, params, who, now, place, caseFacts: session.caseFacts })
    if (!found) throw new Response(null, { status: 404 })
    const language = await languageOf(request, session.who?.user.language)
    try {
      return await handler({ request, params, who, now, language, context, ...found })
    } catch (error) {
      const known = isUnstorableText(error) ? new PortalError('invalid') : error
      throw isPortalError(known) ? Response.json(refusal(known), { status: known.status }) : error
    }
  }
  return Object.assign(guarded, { access: { name: rule.name, signedIn: rule.signedIn } })
}

/** What the error page (`error.data`) and scripts get of a refusal; the words are `errors:<code>`. */
export interface Refusal {
  readonly error: ErrorCode
  readonly details: Readonly<Record<string, string | number>>
}

function refusal({ code, details }: PortalError): Refusal {
  return { error: code, details }
}

/** Back to where they were; after a post, to the page that the form stood on. `ended`: why a session is over. */
function notSignedIn(request: Request, ended: CurrentSession['ended']): Response {
  if (request.headers.get('accept')?.includes('application/json')) {
    return Response.json({ error: 'unauthenticated', details: {} } satisfies Refusal, { status: 401 })
  }
  const query = new URLSearchParams({ nasta: wayBack(request), ...(ended && { utloggad: ended }) })
  return redirect(`/logga-in?${query}`, 303)
}

function wayBack(request: Request): string {
  const url = new URL(request.url)
  const form = request.headers.get('referer')
  const from = request.method !== 'GET' && form !== null && URL.canParse(form) ? new URL(form) : url
  const page = from.host === url.host ? from : url
  return `${page.pathname}${page.search}`
}
