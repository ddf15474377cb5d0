/** An element of DER: its tag, and where its content lies. */
export interface DerElement {
  readonly tag: number
  /** The element whole, tag and length too. */
  readonly whole: Uint8Array
  readonly content: Uint8Array
}

/** The first element of DER in `bytes`; undefined when it is longer than the bytes or its length is not in DER. */
export function firstElement(bytes: Uint8Array): DerElement | undefined {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined) return undefined
  const more = first < 0x80 ? 0 : first & 0x7f
  // 0x80 alone is a length that only the end tells: not DER.
  if (first === 0x80 || more > 4 || bytes.length < 2 + more) return undefined
  const length = more === 0 ? first : Buffer.from(bytes.subarray(2, 2 + more)).readUIntBE(0, more)
  const end = 2 + more + length
  if (end > bytes.length) return undefined
  return { tag, whole: bytes.subarray(0, end), content: bytes.subarray(2 + more, end) }
}

/** The elements in a row, as in the content of a sequence; undefined when they are not DER to the end. */
export function elementsOf(bytes: Uint8Array): DerElement[] | undefined {
  const elements: DerElement[] = []
  let rest = bytes
  while (rest.length > 0) {
    const element = firstElement(rest)
    if (!element) return undefined
    elements.push(element)
    rest = rest.subarray(element.whole.length)
  }
  return elements
}
