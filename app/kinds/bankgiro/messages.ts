const sv = {
  missing: 'Skriv bankgironumret, till exempel 624-1061.',
  shape: 'Ett bankgironummer har sju eller åtta siffror, till exempel 624-1061. Kontrollera numret.',
  checkDigit: 'Kontrollera bankgironumret. Sista siffran stämmer inte.',
}

const en: typeof sv = {
  missing: 'Write the bankgiro number, for example 624-1061.',
  shape: 'A bankgiro number has seven or eight digits, for example 624-1061. Check the number.',
  checkDigit: 'Check the bankgiro number. The last digit is not right.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
