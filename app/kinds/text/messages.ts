const sv = {
  missing: 'Skriv ett svar.',
}

const en: typeof sv = {
  missing: 'Write an answer.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
