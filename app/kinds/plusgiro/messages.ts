const sv = {
  missing: 'Skriv plusgironumret, till exempel 90 20 03-3.',
  shape: 'Ett plusgironummer har två till åtta siffror, till exempel 90 20 03-3. Kontrollera numret.',
  checkDigit: 'Kontrollera plusgironumret. Sista siffran stämmer inte.',
}

const en: typeof sv = {
  missing: 'Write the plusgiro number, for example 90 20 03-3.',
  shape: 'A plusgiro number has two to eight digits, for example 90 20 03-3. Check the number.',
  checkDigit: 'Check the plusgiro number. The last digit is not right.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
