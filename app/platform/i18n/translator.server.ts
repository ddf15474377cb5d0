import type { TFunction } from 'i18next'
import { i18nOf } from './i18n.server'
import type { Language } from './languages'

/**
 * The texts of one namespace in one language, for mails, PDFs, titles and other work of the server.
 * `translator('sv', 'mail')('signIn.subject', { name })`
 */
export const translator = (language: Language, namespace: string): TFunction =>
  i18nOf(language).getFixedT(language, namespace)
