import { signingAuthority } from './authority.server'
import { oid, signCms } from './cms.server'
import type { PersonSigning } from './person'
import { placeSignature } from './place-signature.server'
import type { SigningAuthority } from './trial-authority.server'

/** Name of the first signature's field; those after it are numbered. */
const personField = 'Underskrift'

/**
 * Signs a document for a person, PAdES B-T: a certificate is issued to the person for this one signature and says who
 * they are, whom they sign for and how they had signed in; a time stamp proves when. Throws when a time stamp cannot be
 * had. `authority` defaults to this installation's; `before` is how many persons have signed the document already.
 */
export async function signAsPerson(
  pdf: Uint8Array,
  person: PersonSigning,
  authority?: SigningAuthority,
  before = 0,
): Promise<Uint8Array> {
  const { issue, timestamps } = authority ?? (await signingAuthority())
  const holder = await issue(person)
  const place = {
    field: before === 0 ? personField : `${personField}${before + 1}`,
    description: `${person.name}, ${person.title}, ${person.organisation}`,
    name: person.name,
    reason: person.reason,
    at: person.at,
  }
  return placeSignature(pdf, place, (digest) =>
    signCms({ type: oid.data, digest }, holder, (value) => timestamps.stamp(value, person.at)),
  )
}
