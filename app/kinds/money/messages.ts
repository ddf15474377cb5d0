import type { Language } from '~/forms/text'

const sv = {
  missing: 'Skriv beloppet i hela kronor.',
  missingOrNone: 'Skriv beloppet i hela kronor. Är det inget, skriv 0.',
  notNumber: 'Skriv beloppet i hela kronor med siffror, till exempel 700\u00a0000.',
  decimals: 'Skriv beloppet i hela kronor, utan ören, till exempel 700\u00a0000.',
  tooLarge: 'Beloppet är för stort. Kontrollera siffrorna.',
  tooSmall: (min: string) => `Beloppet får inte vara mindre än ${min}. Kontrollera beloppet.`,
  tooBig: (max: string) => `Beloppet får inte vara större än ${max}. Kontrollera beloppet.`,
}

const en: typeof sv = {
  missing: 'Write the amount in whole kronor.',
  missingOrNone: 'Write the amount in whole kronor. If there is none, write 0.',
  notNumber: 'Write the amount in whole kronor in digits, for example 700\u00a0000.',
  decimals: 'Write the amount in whole kronor, without öre, for example 700\u00a0000.',
  tooLarge: 'The amount is too large. Check the digits.',
  tooSmall: (min) => `The amount cannot be less than ${min}. Check the amount.`,
  tooBig: (max) => `The amount cannot be more than ${max}. Check the amount.`,
}

const messages = { sv, en }

/** What the kind says, in a language: of kronor, or of whole units of another currency. */
export function messagesIn(language: Language, currency: string | undefined): typeof sv {
  const says = messages[language]
  if (currency === undefined) return says
  return language === 'sv'
    ? {
        ...says,
        missing: `Skriv beloppet i hela ${currency}.`,
        missingOrNone: `Skriv beloppet i hela ${currency}. Är det inget, skriv 0.`,
        notNumber: `Skriv beloppet i hela ${currency} med siffror, till exempel 70\u00a0000.`,
        decimals: `Skriv beloppet i hela ${currency}, utan decimaler, till exempel 70\u00a0000.`,
      }
    : {
        ...says,
        missing: `Write the amount in whole ${currency}.`,
        missingOrNone: `Write the amount in whole ${currency}. If there is none, write 0.`,
        notNumber: `Write the amount in whole ${currency} in digits, for example 70\u00a0000.`,
        decimals: `Write the amount in whole ${currency}, without decimals, for example 70\u00a0000.`,
      }
}
