import { defaultLanguage, isLanguage, type Language } from './languages'
import { preferenceCookies, readCookie } from './preferences.server'

/**
 * The language that a page is shown in: what was chosen in this browser, else what the person has chosen before, else
 * the browser's own wish (Accept-Language with its q-values), else Swedish.
 * @param own the language of the signed-in person
 */
export async function languageOf(request: Request, own?: string): Promise<Language> {
  const chosen = readCookie(request, preferenceCookies.language)
  if (isLanguage(chosen)) return chosen
  if (isLanguage(own)) return own
  return wished(request.headers.get('accept-language') ?? '')
}

function wished(header: string): Language {
  const ranked = header
    .split(',')
    .map((part) => {
      const [range = '', ...settings] = part.trim().toLowerCase().split(';')
      const weight = settings.map((setting) => /^\s*q=([\d.]+)\s*$/.exec(setting)?.[1]).find(Boolean)
      return { language: range.trim().split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
  for (const { language } of ranked) if (isLanguage(language)) return language
  return defaultLanguage
}
