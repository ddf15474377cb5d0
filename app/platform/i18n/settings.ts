import type { InitOptions } from 'i18next'
import { defaultLanguage, languages } from './languages'

/** What the server's and the browser's i18next have in common. React escapes; so must mails, themselves. */
export const commonSettings = {
  fallbackLng: defaultLanguage,
  supportedLngs: [...languages],
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
} satisfies InitOptions
