const sv = {
  missing: 'Välj Ja eller Nej på varje rad.',
  missingRow: (row: string) => `Välj Ja eller Nej för ${row}.`,
  answer: 'Svar',
  row: 'Alternativ',
  yes: 'Ja',
  no: 'Nej',
}

const en: typeof sv = {
  missing: 'Choose Yes or No in every row.',
  missingRow: (row) => `Choose Yes or No for ${row}.`,
  answer: 'Answer',
  row: 'Option',
  yes: 'Yes',
  no: 'No',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
