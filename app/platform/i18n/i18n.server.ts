import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './languages'
import { namespaceNames, resources } from './locales.server'
import { commonSettings } from './settings'

const shared = new Map<Language, i18n>()

/** The i18next of a language, with all its texts. Made once, but while texts are being written. */
export function i18nOf(language: Language): i18n {
  let instance = shared.get(language)
  if (!instance || process.env.NODE_ENV === 'development') {
    instance = createInstance()
    void instance.use(initReactI18next).init({
      ...commonSettings,
      lng: language,
      ns: [...namespaceNames()],
      resources: resources(),
      react: { useSuspense: false },
      initAsync: false,
    })
    shared.set(language, instance)
  }
  return instance
}

/**
 * The i18next of one page, for rendering. All it has of its own is what react-i18next notes in it, which texts were used;
 * the rest is that of its language, since making it for each page took a twentieth of the page's time.
 */
export const i18nOfPage = (language: Language): i18n => Object.create(i18nOf(language))
