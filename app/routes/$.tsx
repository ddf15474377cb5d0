import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'

async function nowhere(): Promise<never> {
  throw new Response(null, { status: 404 })
}

/** Every address that leads nowhere; the root's error page says so. */
export const loader = guard(anyone, nowhere)
export const action = guard(anyone, nowhere)

export default function Nowhere() {
  return null
}
