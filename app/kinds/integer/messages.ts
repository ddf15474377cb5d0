const sv = {
  missing: 'Skriv ett heltal.',
  missingOrNone: 'Skriv ett heltal. Är det inga, skriv 0.',
  notNumber: 'Skriv talet med siffror, till exempel 12.',
  decimals: 'Skriv ett heltal utan decimaler, till exempel 12.',
  tooLarge: 'Talet är för stort. Kontrollera siffrorna.',
  tooSmall: (min: string) => `Talet får inte vara mindre än ${min}. Kontrollera talet.`,
  tooBig: (max: string) => `Talet får inte vara större än ${max}. Kontrollera talet.`,
}

const en: typeof sv = {
  missing: 'Write a whole number.',
  missingOrNone: 'Write a whole number. If there are none, write 0.',
  notNumber: 'Write the number in digits, for example 12.',
  decimals: 'Write a whole number without decimals, for example 12.',
  tooLarge: 'The number is too large. Check the digits.',
  tooSmall: (min) => `The number cannot be less than ${min}. Check the number.`,
  tooBig: (max) => `The number cannot be more than ${max}. Check the number.`,
}

/** What the kind says, in each language. */
export const messages = { sv, en }
