const sv = {
  missing: 'Välj ett av alternativen.',
  choose: 'Välj',
  unknown: (typed: string) => `”${typed}” finns inte bland alternativen. Välj ett av dem.`,
}

const en: typeof sv = {
  missing: 'Choose one of the options.',
  choose: 'Choose',
  unknown: (typed) => `”${typed}” is not among the options. Choose one of them.`,
}

/** What the kind says, in each language. */
export const messages = { sv, en }
