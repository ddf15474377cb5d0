const sv = {
  missing: 'Skriv telefonnumret med riktnummer, till exempel 08-530 610 00.',
  shape: 'Skriv telefonnumret med riktnummer och bara siffror, till exempel 08-530 610 00 eller +46 8 530 610 00.',
}

const en: typeof sv = {
  missing: 'Write the phone number with area code, for example 08-530 610 00.',
  shape: 'Write the phone number with area code, in digits only, for example 08-530 610 00 or +46 8 530 610 00.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
