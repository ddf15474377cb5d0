/** A text holds characters that the document's fonts lack. `place` is the label of the question or field. */
export class UnprintableText extends Error {
  constructor(
    readonly place: string,
    readonly characters: readonly string[],
  ) {
    super(`${place}: ${characters.join(' ')} cannot be printed`)
    this.name = 'UnprintableText'
  }
}
