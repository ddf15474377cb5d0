const sv = {
  from: 'Från och med',
  to: 'Till och med',
  toOpen: 'Till och med (lämna tomt om slutet inte är bestämt)',
  missing: 'Skriv första och sista dagen, till exempel 2021-01-01 och 2021-03-31.',
  missingFrom: 'Skriv första dagen, till exempel 2021-01-01.',
  missingTo: 'Skriv sista dagen, till exempel 2021-03-31.',
  turned: (from: string) => `Sista dagen är före första dagen, ${from}. Ändra en av dem.`,
  open: (from: string) => `Från och med ${from}`,
  help: 'Till exempel 2021-01-15',
}

const en: typeof sv = {
  from: 'From',
  to: 'To and including',
  toOpen: 'To and including (leave empty if the end is not set)',
  missing: 'Write the first and the last day, for example 2021-01-01 and 2021-03-31.',
  missingFrom: 'Write the first day, for example 2021-01-01.',
  missingTo: 'Write the last day, for example 2021-03-31.',
  turned: (from) => `The last day is before the first, ${from}. Change one of them.`,
  open: (from) => `From ${from}`,
  help: 'For example 2021-01-15',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
