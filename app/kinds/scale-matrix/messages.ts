const sv = {
  missing: 'Välj ett svar på varje rad.',
  missingRow: (row: string, from: string, to: string) => `Välj ett tal från ${from} till ${to} för ${row}.`,
  missingRowOr: (row: string, from: string, to: string, dontKnow: string) =>
    `Välj ett tal från ${from} till ${to}, eller ”${dontKnow}”, för ${row}.`,
  heading: (from: string, low: string, to: string, high: string) => `${from} (${low}) till ${to} (${high})`,
  ends: (from: string, low: string, to: string, high: string) => `${from} betyder ”${low}”, ${to} betyder ”${high}”.`,
  row: 'Område',
}

const en: typeof sv = {
  missing: 'Choose an answer in every row.',
  missingRow: (row, from, to) => `Choose a number from ${from} to ${to} for ${row}.`,
  missingRowOr: (row, from, to, dontKnow) => `Choose a number from ${from} to ${to}, or ”${dontKnow}”, for ${row}.`,
  heading: (from, low, to, high) => `${from} (${low}) to ${to} (${high})`,
  ends: (from, low, to, high) => `${from} means “${low}”, ${to} means “${high}”.`,
  row: 'Area',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
