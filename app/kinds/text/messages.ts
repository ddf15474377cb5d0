const sv = {
  missing: 'Skriv ett svar.',
  tooManyWords: (over: number, most: string) => `Texten är ${over} ord för lång. Korta den till högst ${most} ord.`,
}

const en: typeof sv = {
  missing: 'Write an answer.',
  tooManyWords: (over, most) =>
    `The text is ${over} ${over === 1 ? 'word' : 'words'} too long. Shorten it to at most ${most} words.`,
}

/** What the kind says, in each language. */
export const messages = { sv, en }
