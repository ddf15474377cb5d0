import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, type Language } from './languages'
import { commonSettings } from './settings'

/** Every text file as a chunk of its own; only those of the page's language that a page uses are ever fetched. */
const files = import.meta.glob<{ default: object }>('../../../locales/*/*.json')

/** Namespaces that every page needs: the frame, and the words of an error that may come at any time. */
const always = ['common', 'errors']

/**
 * The browser's i18next: in the language that the server has rendered in, with the namespaces that the page used.
 * Others arrive when a page asks for them (a navigation waits, as it does for the page's code).
 */
export async function createClientI18n(language: string, used: readonly string[]): Promise<i18n> {
  const active: Language = isLanguage(language) ? language : commonSettings.fallbackLng
  const instance = createInstance()
  instance.use(initReactI18next)
  instance.use({
    type: 'backend',
    init: () => undefined,
    read: async (lng: string, namespace: string, done: (error: unknown, texts: object | false) => void) => {
      try {
        done(null, await texts(lng, namespace))
      } catch (error) {
        done(error, false)
      }
    },
  })
  await instance.init({
    ...commonSettings,
    lng: active,
    // The texts are complete in every language (a test sees to it): the fallback would be fetched in vain.
    fallbackLng: false,
    ns: [...new Set([...always, ...used])],
    react: { useSuspense: true },
  })
  return instance
}

async function texts(language: string, namespace: string): Promise<object> {
  const load = files[`../../../locales/${language}/${namespace}.json`]
  return load ? (await load()).default : {}
}
