import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * JSON as RFC 8785 serialises it: one text for one value, whoever writes it. Members that are undefined are left out.
 *
 * @throws TypeError where a value is no JSON
 */
export function canonicalText(json: object | string | number | boolean | null): string {
  const text = canonicalize(json)
  if (text === undefined) throw new TypeError('Nothing to serialise.')
  return text
}

/** SHA-256 in hex, of bytes or of a text's UTF-8. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
