const sv = {
  missing: 'Välj minst ett alternativ.',
  tooFew: (least: number) => `Välj minst ${least} alternativ.`,
  tooMany: (most: number, count: number) =>
    `Du har valt ${count} alternativ. Högst ${most} går att välja: ta bort ${count - most}.`,
  mayChoose: (most: number) => `Välj högst ${most}.`,
  unknown: (typed: string) => `”${typed}” finns inte bland alternativen. Välj bland dem som visas.`,
  exclusive: (label: string) => `”${label}” går inte att välja tillsammans med något annat. Ta bort det ena.`,
  otherMissing: (label: string) => `Skriv vad du menar med ”${label}”.`,
  otherNotChosen: (label: string) => `Kryssa i ”${label}” eller ta bort texten.`,
  otherText: (label: string) => `${label}: vad?`,
  yes: 'Ja',
  no: 'Nej',
}

const en: typeof sv = {
  missing: 'Choose at least one option.',
  tooFew: (least) => `Choose at least ${least} options.`,
  tooMany: (most, count) => `You have chosen ${count} options. At most ${most} can be chosen: remove ${count - most}.`,
  mayChoose: (most) => `Choose at most ${most}.`,
  unknown: (typed) => `”${typed}” is not among the options. Choose from those shown.`,
  exclusive: (label) => `”${label}” cannot be chosen together with anything else. Remove one of them.`,
  otherMissing: (label) => `Write what you mean by ”${label}”.`,
  otherNotChosen: (label) => `Tick ”${label}” or remove the text.`,
  otherText: (label) => `${label}: what?`,
  yes: 'Yes',
  no: 'No',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
