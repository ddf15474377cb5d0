const sv = {
  missing: {
    person: 'Skriv personnumret med tolv siffror, till exempel 19121212-1212.',
    either: 'Skriv organisationsnumret, eller personnumret med tolv siffror.',
  },
  shape: {
    person: 'Ett personnummer skrivs här med tolv siffror, till exempel 19121212-1212. Kontrollera numret.',
    either:
      'Ett organisationsnummer har tio siffror, till exempel 212000-2882, och ett personnummer skrivs här med tolv, till exempel 19121212-1212. Kontrollera numret.',
  },
  century: 'Skriv födelseåret med fyra siffror, till exempel 19121212-1212.',
  date: 'Kontrollera numret. De första åtta siffrorna är inget datum.',
  coordination: 'Det här är ett samordningsnummer. Skriv ett personnummer.',
  person: 'Det här är ett personnummer. Skriv ett samordningsnummer.',
  checkDigit: 'Kontrollera numret. Sista siffran stämmer inte.',
}

const en: typeof sv = {
  missing: {
    person: 'Write the personal identity number with twelve digits, for example 19121212-1212.',
    either: 'Write the organisation number, or the personal identity number with twelve digits.',
  },
  shape: {
    person:
      'A personal identity number is written here with twelve digits, for example 19121212-1212. Check the number.',
    either:
      'An organisation number has ten digits, for example 212000-2882, and a personal identity number is written here with twelve, for example 19121212-1212. Check the number.',
  },
  century: 'Write the year of birth with four digits, for example 19121212-1212.',
  date: 'Check the number. The first eight digits are no date.',
  coordination: 'This is a coordination number. Write a personal identity number.',
  person: 'This is a personal identity number. Write a coordination number.',
  checkDigit: 'Check the number. The last digit is not right.',
}

/** What the kind says, in each language. No message repeats the number. */
export const messages = { sv, en }
