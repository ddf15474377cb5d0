import { redirect } from '@remix-run/node'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { finishOidc, identityProvider } from '~/platform/sign-in/oidc.server'

export const loader = guard(anyone, async ({ request, now }) => {
  if (!identityProvider()) throw new Response(null, { status: 404 })
  const outcome = await finishOidc(request, now)
  const headers = new Headers()
  for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
  if (outcome.signedIn) return redirect(outcome.next ?? '/', { headers })
  const query = new URLSearchParams({ fel: outcome.reason, ...(outcome.next && { nasta: outcome.next }) })
  return redirect(`/logga-in?${query}`, { headers })
})
