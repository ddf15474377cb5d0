import { firstElement } from './der.server'

/** One signature as it lies in the file: which bytes it signs, and its CMS. */
export interface FoundSignature {
  /** What is signed: the bytes before `hole` and those from `after` to `end`. */
  readonly hole: number
  readonly after: number
  /** End of the revision that the signature closes. */
  readonly end: number
  /** DER of the CMS, without the zeros that fill its place. */
  readonly cms: Uint8Array
  /** Why the place of the signature is not as it must be; then nothing of it can be believed. */
  readonly problem?: string
}

const byteRange = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/**
 * The signatures of a PDF in the order of the revisions that they close, found in the bytes themselves: a signature that
 * was unhooked from the document in a later revision is still found. Empty when there is none.
 */
export function findSignatures(pdf: Uint8Array): FoundSignature[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = bytes.toString('latin1')
  return [...text.matchAll(byteRange)]
    .map((match) => readPlace(bytes, match.slice(1).map(Number)))
    .sort((one, other) => one.end - other.end)
}

function readPlace(bytes: Buffer, range: readonly number[]): FoundSignature {
  const [start = 0, hole = 0, after = 0, length = 0] = range
  const place = { hole, after, end: after + length, cms: new Uint8Array() }
  if (start !== 0) return { ...place, problem: 'the signed bytes do not begin with the file' }
  if (after <= hole || place.end > bytes.length) return { ...place, problem: 'the signed bytes lie outside the file' }
  // Nothing but the signature itself may be left unsigned.
  const hex = bytes.toString('latin1', hole + 1, after - 1)
  if (bytes[hole] !== 0x3c || bytes[after - 1] !== 0x3e || !/^(?:[0-9a-f]{2})+$/i.test(hex)) {
    return { ...place, problem: 'more than the signature is left unsigned' }
  }
  const filled = Buffer.from(hex, 'hex')
  const cms = firstElement(filled)?.whole
  if (!cms) return { ...place, problem: 'the signature cannot be read' }
  if (filled.subarray(cms.length).some((byte) => byte !== 0)) {
    return { ...place, problem: 'there is something behind the signature in its place' }
  }
  return { ...place, cms: Uint8Array.from(cms) }
}

/** The bytes that a signature signs. */
export function signedBytes(pdf: Uint8Array, { hole, after, end }: FoundSignature): Uint8Array {
  return Buffer.concat([pdf.subarray(0, hole), pdf.subarray(after, end)])
}
