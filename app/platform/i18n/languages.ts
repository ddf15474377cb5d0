/** The languages of the portal, the first being the default. The form language has the same (a test compares them). */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

export const defaultLanguage: Language = 'sv'

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text)
}
