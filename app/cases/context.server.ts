import type { FormContext } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { registerOf } from '~/kinds/register'
import { municipalities } from '~/platform/municipalities.server'

let register: FormContext['register'] | undefined

/** What judging and showing need besides the form and the answers. */
export function formContext(language: Language, recipientCode?: string | null): FormContext {
  register ??= registerOf(municipalities())
  return { language, register, ...(recipientCode ? { recipientCode } : {}) }
}
