/** How a signatory had signed in. */
export type SignInMethod = 'mailLink' | 'oidc' | 'demo'

/** Everything that a person's certificate and signature say about them. */
export interface PersonSigning {
  readonly name: string
  readonly organisation: string
  /** nnnnnn-nnnn */
  readonly orgNumber?: string
  readonly title: string
  readonly method: SignInMethod
  /** When they signed: the signature's own timestamp is made at the same moment. */
  readonly at: Date
  /** Why, in words: stands in the signature's panel of a PDF reader. */
  readonly reason: string
}
