import type { FileValue } from '~/forms/display'
import type { Posted } from './contract'

type PostedObject = { readonly [key: string]: Posted }

/** A list of posted things. (`Array.isArray` does not narrow readonly arrays.) */
export const isList = (posted: Posted): posted is readonly Posted[] => Array.isArray(posted)

/** An object of posted things. */
export const isObject = (posted: Posted): posted is PostedObject =>
  typeof posted === 'object' && posted !== null && !isList(posted)

/**
 * One field's text, as it stands. Undefined when there is none or only spaces. Of a field that came several times, the
 * last one with text counts; an object becomes its JSON, so that it is refused by name rather than passed over.
 */
export function textOf(posted: Posted): string | undefined {
  if (posted === undefined || posted === null) return undefined
  if (isList(posted)) return posted.map(textOf).findLast((text) => text !== undefined)
  if (isObject(posted)) return Object.keys(posted).length === 0 ? undefined : JSON.stringify(posted)
  const text = String(posted)
  return text.trim() === '' ? undefined : text
}

/** The posted part below `key`. Only own members count. */
export function partOf(posted: Posted, key: string): Posted {
  return isObject(posted) && Object.hasOwn(posted, key) ? posted[key] : undefined
}

/** The posted parts in order, whether they came as a list or as «name.0», «name.1». */
export function partsOf(posted: Posted): readonly Posted[] {
  if (isList(posted)) return posted
  if (!isObject(posted)) return posted === undefined || posted === null ? [] : [posted]
  return Object.keys(posted)
    .filter((key) => /^\d{1,6}$/.test(key))
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => posted[key])
}

const fileMarker = 'file:'

/** Stands for a stored file in a form's field. Whether the case has such a file, only the server can tell. */
export const fileText = ({ name, type, size, sha256 }: FileValue): string =>
  `${fileMarker}${JSON.stringify({ name, type, size, sha256 })}`

/** The file that a field's text stands for. */
export function fileIn(text: string): FileValue | undefined {
  if (!text.startsWith(fileMarker)) return undefined
  try {
    return fileOf(JSON.parse(text.slice(fileMarker.length)))
  } catch {
    return undefined
  }
}

/** A stored file, as far as it is one. */
export function fileOf(posted: Posted): FileValue | undefined {
  if (!isObject(posted)) return undefined
  const { name, type, size, sha256 } = posted
  if (typeof name !== 'string' || typeof type !== 'string' || typeof size !== 'number') return undefined
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256) || !Number.isSafeInteger(size) || size < 0)
    return undefined
  return { name, type, size, sha256 }
}
