const sv = {
  missing: 'Skriv organisationsnumret, till exempel 212000-2882.',
  shape: 'Ett organisationsnummer har tio siffror, till exempel 212000-2882. Kontrollera numret.',
  person: 'Det här är ett personnummer. Skriv organisationsnumret, till exempel 212000-2882.',
  checkDigit: 'Kontrollera organisationsnumret. Sista siffran stämmer inte.',
}

const en: typeof sv = {
  missing: 'Write the organisation number, for example 212000-2882.',
  shape: 'An organisation number has ten digits, for example 212000-2882. Check the number.',
  person: 'This is a personal identity number. Write the organisation number, for example 212000-2882.',
  checkDigit: 'Check the organisation number. The last digit is not right.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
