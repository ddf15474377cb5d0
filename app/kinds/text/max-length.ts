import type { TextOptions } from './kind'

/** The most characters that the text may have. */
export const maxLengthOf = ({ maxLength, multiline }: Pick<TextOptions, 'maxLength' | 'multiline'>): number =>
  maxLength ?? (multiline ? 10_000 : 200)
