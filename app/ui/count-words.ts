/** How many words a text has: what stands between spaces and holds a letter or a figure. A dash alone is none. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
