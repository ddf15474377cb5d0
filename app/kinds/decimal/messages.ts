const most = ['Inga decimaler', 'Högst en decimal', 'Högst två decimaler', 'Högst tre decimaler']

const sv = {
  missing: (example: string) => `Skriv ett tal, till exempel ${example}.`,
  notNumber: (example: string) => `Skriv talet med siffror, till exempel ${example}.`,
  decimals: (scale: number, below: string, above: string) =>
    `${most[scale] ?? `Högst ${scale} decimaler`}. Skriv till exempel ${below} eller ${above}.`,
  tooLarge: 'Talet är för stort. Kontrollera siffrorna.',
  tooSmall: (min: string) => `Talet får inte vara mindre än ${min}. Kontrollera talet.`,
  notAbove: (above: string) => `Talet måste vara större än ${above}. Kontrollera talet.`,
  tooBig: (max: string) => `Talet får inte vara större än ${max}. Kontrollera talet.`,
}

const en: typeof sv = {
  missing: (example) => `Write a number, for example ${example}.`,
  notNumber: (example) => `Write the number in digits, for example ${example}.`,
  decimals: (scale, below, above) =>
    `At most ${scale} ${scale === 1 ? 'decimal' : 'decimals'}. Write for example ${below} or ${above}.`,
  tooLarge: 'The number is too large. Check the digits.',
  tooSmall: (min) => `The number cannot be less than ${min}. Check the number.`,
  notAbove: (above) => `The number must be more than ${above}. Check the number.`,
  tooBig: (max) => `The number cannot be more than ${max}. Check the number.`,
}

/** What the kind says, in each language. */
export const messages = { sv, en }
