/** What a signature is for: a person's, the portal's e-seal, or an archival timestamp over the whole document. */
export type SignatureRole = 'person' | 'seal' | 'documentTimestamp'

/** One signature of a document, in the order they were made. */
export interface VerifiedSignature {
  readonly role: SignatureRole
  /** Name in the certificate. */
  readonly name: string
  readonly organisation?: string
  readonly title?: string
  /** How the person had signed in: mailLink | oidc | demo, as the certificate says. */
  readonly method?: string
  readonly reason?: string
  /** From the signature's timestamp, ISO UTC; absent when it has none or the timestamp is not valid. */
  readonly at?: string
  /** Who made the timestamp. */
  readonly timestampBy?: string
  /** The signed bytes are what they were, and the signature is made with the certificate's key. */
  readonly intact: boolean
  /** The certificate leads to a root that this portal knows, and was valid at the time of signing. */
  readonly trusted: boolean
  readonly timestampValid: boolean
  /** Reaches to the end of the file, or everything after it is allowed (signatures, timestamps, validation data). */
  readonly coversContent: boolean
  /** Made with certificates that are for trying out only. */
  readonly trial: boolean
  /** What is wrong, for a log: English, technical. */
  readonly problems: readonly string[]
}

/** One change that was made after a signature and that no signature allows. */
export interface ForeignChange {
  /** Page number from 1, where the change touches a page. */
  readonly page?: number
  readonly what: 'page' | 'attachment' | 'form' | 'other' | 'appended'
}

/**
 * - `authentic`: sealed by this portal, signed by a person, nothing changed.
 * - `notSealed`: signed by a person and unchanged, but the portal's seal is not there (not submitted).
 * - `changed`: something was changed after a signature.
 * - `untrusted`: unchanged, but a certificate leads to no root that this portal knows.
 * - `unsigned`: a PDF without signatures.
 * - `unreadable`: not a PDF, or damaged beyond reading.
 */
export type Verdict = 'authentic' | 'notSealed' | 'changed' | 'untrusted' | 'unsigned' | 'unreadable'

export interface Verification {
  readonly verdict: Verdict
  readonly signatures: readonly VerifiedSignature[]
  readonly changes: readonly ForeignChange[]
  /** SHA-256 of the embedded record, hex: the control code. */
  readonly recordHash?: string
  /** The control code that the document's metadata states. */
  readonly statedHash?: string
  /** The embedded record's canonical JSON text. */
  readonly record?: string
  /** Length in bytes of the newest revision in which nothing is wrong; the signed version can be cut out of the file by it. */
  readonly intactLength?: number
  readonly trial: boolean
}

/** One line of the verify page, in words. */
export interface VerificationLine {
  readonly id: 'person' | 'seal' | 'timestamp' | 'changes' | 'controlCode'
  readonly state: 'good' | 'warning' | 'bad'
  readonly title: string
  readonly detail: string
  /** One or two words at the right: «Giltig», «Stämmer inte». */
  readonly mark: string
}

export interface VerificationWords {
  readonly state: 'good' | 'warning' | 'bad'
  readonly title: string
  readonly text: string
  readonly lines: readonly VerificationLine[]
}
