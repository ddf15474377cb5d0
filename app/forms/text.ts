/** The languages of the portal, the first being the default. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * A text of a form in every language that the form offers. May hold live values: `{round.year}` or
 * `{award.kronor | kr}`: a CEL expression and, after `|`, how it is written (see docs/form-language.md).
 */
export type LocalText = Readonly<Record<Language, string>>
