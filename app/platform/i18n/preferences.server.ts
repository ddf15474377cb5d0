import type { Language } from './languages'

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The names of the cookies that hold what was chosen in this browser; nothing secret, nothing about a person. */
export const preferenceCookies = { language: 'bidra-sprak', theme: 'bidra-tema' } as const

/** The value of a cookie of the request, or undefined. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.split('=', 2)
    if (key?.trim() === name) return value?.trim()
  }
  return undefined
}

/** The theme chosen in this browser; undefined: as the computer is set. */
export function themeOf(request: Request): Theme | undefined {
  const chosen = readCookie(request, preferenceCookies.theme)
  return themes.find((theme) => theme === chosen)
}

const year = 365 * 24 * 60 * 60

function cookie(name: string, value: string | undefined, secure: boolean): string {
  const life = value === undefined ? 0 : year
  return `${name}=${value ?? ''}; Path=/; Max-Age=${life}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`
}

/** The `Set-Cookie` value that remembers a language. */
export const languageCookie = (language: Language, secure: boolean) =>
  cookie(preferenceCookies.language, language, secure)

/** The `Set-Cookie` value that remembers a theme, or forgets it. */
export const themeCookie = (theme: Theme | undefined, secure: boolean) => cookie(preferenceCookies.theme, theme, secure)
