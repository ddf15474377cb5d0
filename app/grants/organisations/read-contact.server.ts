import { question } from '~/forms/definition'
import type { Context } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { register } from '~/grants/register/register.server'
import { kindOf } from '~/kinds/registry.server'
import { translator } from '~/platform/i18n/translator.server'
import { type ContactField, contactFields } from './contact-fields'

export type ReadContact =
  /** Canonical values of what was filled in. */
  | { readonly values: Readonly<Partial<Record<ContactField['id'], string>>> }
  /** Field id → messages that name the remedy. */
  | { readonly errors: Readonly<Record<string, string[]>> }

/**
 * Reads what was typed as contact details, judged by the same kinds as in a form, so that what is kept here can be
 * copied into any case. An empty field is no error: the detail is not known.
 */
export function readContact(typed: Readonly<Record<string, string>>, language: Language): ReadContact {
  const context: Context = { language, register: register(), text: (text) => text[language] }
  const values: Partial<Record<ContactField['id'], string>> = {}
  const errors: Record<string, string[]> = {}
  for (const field of contactFields) {
    const text = typed[field.id]?.trim()
    if (!text) continue
    const kind = kindOf(field.kind)
    if (!kind) throw new Error(`There is no kind «${field.kind}»`)
    const asked = question.parse({ id: field.id, kind: field.kind, label: label(field.id) })
    const read = kind.schema({ ...asked, options: kind.options.parse(field.options) }, context).safeParse(text)
    if (!read.success) errors[field.id] = read.error.issues.map(({ message }) => message)
    else if (typeof read.data === 'string') values[field.id] = read.data
  }
  return Object.keys(errors).length > 0 ? { errors } : { values }
}

function label(id: string): { sv: string; en: string } {
  const key = `contact.field.${id}`
  return { sv: translator('sv', 'account')(key), en: translator('en', 'account')(key) }
}
