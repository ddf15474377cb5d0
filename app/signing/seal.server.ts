import { signingAuthority } from './authority.server'
import { oid, signCms } from './cms.server'
import { placeSignature } from './place-signature.server'
import type { SigningAuthority } from './trial-authority.server'

/** Name of the seal's signature field. */
export const sealField = 'Stampel'

/**
 * Closes a document with the portal's e-seal, PAdES B-T: its time stamp is when the document was received. Throws when a
 * time stamp cannot be had.
 */
export async function seal(pdf: Uint8Array, at: Date, authority?: SigningAuthority): Promise<Uint8Array> {
  const { seal: holder, timestamps } = authority ?? (await signingAuthority())
  const place = {
    field: sealField,
    description: 'Bidra',
    name: 'Bidra',
    reason: 'Mottagen av Bidra / Received by Bidra',
    at,
  }
  return placeSignature(pdf, place, (digest) =>
    signCms({ type: oid.data, digest }, holder, (value) => timestamps.stamp(value, at)),
  )
}
