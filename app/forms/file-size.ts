import type { Language } from './text'

/** A file's size in words: «104 kB», «2,4 MB», decimal units, a non-breaking space before the unit. */
export function formatFileSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'B'] : bytes < 999_500 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  const digits = unit === 'MB' && value < 10 ? 1 : 0
  return `${value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: digits })}\u00A0${unit}`
}
