import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './languages'
import { namespaceNames, resources } from './locales.server'
import { commonSettings } from './settings'

/** An i18next of one request, for rendering: its own instance, since react-i18next notes in it what was used. */
export async function createServerI18n(language: Language): Promise<i18n> {
  const instance = createInstance()
  await instance.use(initReactI18next).init({
    ...commonSettings,
    lng: language,
    ns: [...namespaceNames()],
    resources: resources(),
    react: { useSuspense: false },
    initAsync: false,
  })
  return instance
}
