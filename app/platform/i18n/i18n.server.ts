import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './languages'
import { namespaceNames, resources } from './locales.server'
import { commonSettings } from './settings'

const shared = new Map<Language, i18n>()

/**
 * The i18next of one request, for rendering. It has nothing of its own but what react-i18next notes in it, which texts were
 * used; all else is that of its language, made once: making it for each page took a twentieth of the page's time.
 */
export async function createServerI18n(language: Language): Promise<i18n> {
  let instance = shared.get(language)
  if (!instance || process.env.NODE_ENV === 'development') {
    instance = createInstance()
    await instance.use(initReactI18next).init({
      ...commonSettings,
      lng: language,
      ns: [...namespaceNames()],
      resources: resources(),
      react: { useSuspense: false },
      initAsync: false,
    })
    shared.set(language, instance)
  }
  return Object.create(instance)
}
