const sv = {
  missing: 'Skriv e-postadressen, till exempel namn@kommun.se.',
  several: 'Skriv bara en e-postadress.',
  noAt: 'Det saknas ett @ i e-postadressen. Skriv till exempel namn@kommun.se.',
  shape: 'Kontrollera e-postadressen. Den ska se ut så här: namn@kommun.se.',
}

const en: typeof sv = {
  missing: 'Write the e-mail address, for example name@kommun.se.',
  several: 'Write one e-mail address only.',
  noAt: 'There is no @ in the e-mail address. Write for example name@kommun.se.',
  shape: 'Check the e-mail address. It should look like this: name@kommun.se.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
