import type { SigningAuthority } from './authority.server'
import { oid, signCms } from './cms.server'
import { signingAuthority } from './current-authority.server'
import type { PersonSigning } from './person'
import { placeSignature } from './place-signature.server'

/** Names of the signature fields; a document has at most one of each. */
export const personField = 'Underskrift'
export const sealField = 'Stampel'

/**
 * Signs a document for a person, PAdES B-T: a certificate is issued to the person for this one signature and says who
 * they are, whom they sign for and how they had signed in; a time stamp proves when. Throws when a time stamp cannot be
 * had. `authority` defaults to this installation's.
 */
export async function signAsPerson(
  pdf: Uint8Array,
  person: PersonSigning,
  authority?: SigningAuthority,
): Promise<Uint8Array> {
  const { issue, timestamps } = authority ?? (await signingAuthority())
  const holder = await issue(person)
  const place = {
    field: personField,
    description: `${person.name}, ${person.title}, ${person.organisation}`,
    name: person.name,
    reason: person.reason,
    at: person.at,
  }
  return placeSignature(pdf, place, (digest) =>
    signCms({ type: oid.data, digest }, holder, (value) => timestamps.stamp(value, person.at)),
  )
}

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
