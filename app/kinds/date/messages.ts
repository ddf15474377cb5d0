const sv = {
  missing: 'Skriv datumet, till exempel 2021-01-15.',
  help: 'Till exempel 2021-01-15',
}

const en: typeof sv = {
  missing: 'Write the date, for example 2021-01-15.',
  help: 'For example 2021-01-15',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
