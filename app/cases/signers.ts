import type { FormDefinition, FurtherSigner } from '~/forms/definition'
import type { Language } from '~/forms/text'
import type { NamedMandate, Person, StoredRequest } from './signature.store.server'

/** One of those who sign a request. */
export interface Signer {
  /** `signers` of the form; null: the signatory. */
  readonly role: string | null
  readonly person: Person
  readonly mandate: NamedMandate | null
  readonly signedAt: Date | null
}

/** Everybody who signs, the signatory first. */
export function signersOf(request: StoredRequest): readonly [Signer, ...Signer[]] {
  return [
    { role: null, person: request.signatory, mandate: request.mandate, signedAt: request.signature?.at ?? null },
    ...request.further.map(({ role, signatory, mandate, signedAt }) => ({
      role,
      person: signatory,
      mandate,
      signedAt,
    })),
  ]
}

/** The part that a person has in a request; nobody has two. */
export function signerOf(request: StoredRequest, userId: string): Signer | undefined {
  return signersOf(request).find(({ person }) => person.id === userId)
}

/** Who has not signed yet. */
export function missingSigners(request: StoredRequest): readonly Signer[] {
  return signersOf(request).filter(({ signedAt }) => signedAt === null)
}

/** Whom a request waits for, in words: «Kim Korallrot och Bo Blåmes». */
export function awaited(request: StoredRequest, language: Language): string {
  const missing = missingSigners(request)
  const people = missing.length > 0 ? missing : signersOf(request)
  return new Intl.ListFormat(language).format(people.map(({ person }) => person.name))
}

/** What the form says of a further signer. */
export function roleOf({ signers }: FormDefinition, role: string | null): FurtherSigner | undefined {
  return signers?.find(({ id }) => id === role)
}

/** A signer's title as documents and certificates say it: «Avdelningschef (controller)» where the two are not the same. */
export function titleAs(title: string, role: FurtherSigner | undefined, language: Language = 'sv'): string {
  const word = role?.role[language]
  return !word || title.toLowerCase() === word.toLowerCase() ? title : `${title} (${word.toLowerCase()})`
}
