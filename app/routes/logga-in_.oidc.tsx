import { redirect } from '@remix-run/node'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { log } from '~/platform/log.server'
import { localPath } from '~/platform/sign-in/local-path'
import { beginOidc, identityProvider } from '~/platform/sign-in/oidc.server'

export const loader = guard(anyone, async ({ request }) => {
  if (!identityProvider()) throw new Response(null, { status: 404 })
  const next = localPath(new URL(request.url).searchParams.get('nasta'))
  const begun = await beginOidc(next).catch((error: unknown) => {
    log().warn({ err: error }, 'the identity provider does not answer')
    return undefined
  })
  if (!begun) throw redirect('/logga-in?fel=failed')
  return redirect(begun.location, { headers: { 'Set-Cookie': begun.cookie } })
})
