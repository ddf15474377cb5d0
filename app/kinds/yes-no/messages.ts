const sv = { missing: 'Välj Ja eller Nej.', yes: 'Ja', no: 'Nej' }
const en: typeof sv = { missing: 'Choose Yes or No.', yes: 'Yes', no: 'No' }

/** What the kind says, in each language. */
export const messages = { sv, en }
