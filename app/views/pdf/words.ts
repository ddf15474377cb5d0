import type { Language } from '~/forms/text'
import en from '../../../locales/en/pdf.json'
import sv from '../../../locales/sv/pdf.json'

/** The document's own words; the form's words come with the summary. */
export type PdfWords = typeof sv

const words: Readonly<Record<Language, PdfWords>> = { sv, en }

/** The document's own words in one language. */
export function pdfWords(language: Language): PdfWords {
  return words[language]
}

/** Puts values in the places that a text names: «Sida {{page}}». A name without a value stays, so that it is seen. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place)
}
