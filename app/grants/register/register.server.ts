import type { Register } from '~/kinds/contract'
import { registerOf } from '~/kinds/register'
import { municipalities } from '~/platform/municipalities.server'

let shipped: Register | undefined

/** The register of municipalities, as kinds see it: from the file that the portal ships, in memory. */
export function register(): Register {
  shipped ??= registerOf(municipalities())
  return shipped
}
