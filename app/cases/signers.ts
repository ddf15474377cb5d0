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
  /** Whom a partner's signatory signs for; null for those of the case's own organisation. */
  readonly partner: { readonly id: string; readonly name: string; readonly orgNumber: string | null } | null
}

const ofPartner = 'partner:'

/** What the signature of a partner is called beside those of the form; no id of a form can hold the sign. */
export const partnerRole = (code: string): string => `${ofPartner}${code}`
export const isPartner = (role: string | null): role is string => role?.startsWith(ofPartner) ?? false

/** Everybody who signs, the signatory first. */
export function signersOf(request: StoredRequest): readonly [Signer, ...Signer[]] {
  return [
    {
      role: null,
      person: request.signatory,
      mandate: request.mandate,
      signedAt: request.signature?.at ?? null,
      partner: null,
    },
    ...request.further.map(({ role, signatory, mandate, signedAt }) => ({
      role,
      person: signatory,
      mandate,
      signedAt,
      partner: isPartner(role) ? mandate.organisation : null,
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

/** What the form says of a further signer, or of a partner's. */
export function roleOf({ signers, joint }: FormDefinition, role: string | null): FurtherSigner | undefined {
  if (isPartner(role)) return joint?.certificate && { id: role, ...joint.certificate }
  return signers?.find(({ id }) => id === role)
}

/**
 * A signer's title as documents and certificates say it: «Avdelningschef (controller)» where the two are not the same. Among the
 * people of another organisation, a partner's says whose it is: «Kommundirektör, Salems kommun (medsökande)».
 */
export function titleAs(
  title: string,
  role: FurtherSigner | undefined,
  language: Language = 'sv',
  partner?: string | undefined,
): string {
  const word = role?.role[language]
  const whose = partner === undefined ? title : [title, partner].filter(Boolean).join(', ')
  return !word || title.toLowerCase() === word.toLowerCase() ? whose : `${whose} (${word.toLowerCase()})`
}
