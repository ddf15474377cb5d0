import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'

/** Every address that leads nowhere; the root's error page says so. */
export const loader = guard(anyone, async (): Promise<never> => {
  throw new Response(null, { status: 404 })
})

export const action = loader

export default function Nowhere() {
  return null
}
