const sv = {
  missing: 'Skriv datumet, till exempel 2021-01-15.',
  shape: 'Skriv datumet med år, månad och dag, till exempel 2021-01-15.',
  year: 'Skriv året med fyra siffror, till exempel 2021-01-15.',
  noSuchDay: (typed: string) => `Datumet ${typed} finns inte i kalendern. Kontrollera dag och månad.`,
  help: 'Till exempel 2021-01-15',
}

const en: typeof sv = {
  missing: 'Write the date, for example 2021-01-15.',
  shape: 'Write the date with year, month and day, for example 2021-01-15.',
  year: 'Write the year with four digits, for example 2021-01-15.',
  noSuchDay: (typed) => `There is no ${typed} in the calendar. Check day and month.`,
  help: 'For example 2021-01-15',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
