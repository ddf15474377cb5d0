import { redirect } from '@remix-run/node'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { env } from '~/platform/env.server'
import { isLanguage } from '~/platform/i18n/languages'
import { languageCookie, themeCookie, themes } from '~/platform/i18n/preferences.server'
import { rememberLanguage } from '~/platform/i18n/remember-language.server'
import { ownPath } from '~/platform/own-path'

/** The address is only posted to. */
export const loader = guard(anyone, async () => redirect('/'))

/** Language (`sprak`) and theme (`tema`, empty: as the computer is set) of this browser; back to the page of the form. */
export const action = guard(anyone, async ({ request, who }) => {
  const form = await request.formData()
  const headers = new Headers()
  const secure = env().origin.startsWith('https:')
  const language = form.get('sprak')
  if (isLanguage(language)) {
    headers.append('Set-Cookie', languageCookie(language, secure))
    if (who) await rememberLanguage(who.user.id, language)
  }
  const theme = form.get('tema')
  if (theme !== null) {
    headers.append(
      'Set-Cookie',
      themeCookie(
        themes.find((known) => known === theme),
        secure,
      ),
    )
  }
  return redirect(ownPath(form.get('tillbaka')) ?? '/', { headers, status: 303 })
})
