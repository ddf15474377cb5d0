const sv = {
  missing: 'Skriv postnumret, till exempel 147 85.',
  shape: 'Ett postnummer har fem siffror, till exempel 147 85. Kontrollera numret.',
}

const en: typeof sv = {
  missing: 'Write the postcode, for example 147 85.',
  shape: 'A postcode has five digits, for example 147 85. Check the number.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
