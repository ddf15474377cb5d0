import { createInstance, type i18n, type TFunction } from 'i18next'
import type { Language } from './languages'
import { namespaceNames, resources } from './locales.server'
import { commonSettings } from './settings'

const shared = new Map<Language, i18n>()

/**
 * The texts of one namespace in one language, for mails, PDFs, titles and other work of the server.
 * `translator('sv', 'mail')('signIn.subject', { name })`
 */
export function translator(language: Language, namespace: string): TFunction {
  let instance = shared.get(language)
  if (!instance || process.env.NODE_ENV === 'development') {
    instance = createInstance()
    void instance.init({
      ...commonSettings,
      lng: language,
      ns: [...namespaceNames()],
      resources: resources(),
      initAsync: false,
    })
    shared.set(language, instance)
  }
  return instance.getFixedT(language, namespace)
}
