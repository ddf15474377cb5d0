import { z } from 'zod'
import { question } from '~/forms/definition'
import type { Context } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { register } from '~/grants/register/register.server'
import { kindOf } from '~/kinds/registry.server'

/** The kinds of question whose answer is typed into one field and kept as a text. */
export type TypedKind = 'text' | 'date' | 'postcode' | 'phone' | 'email' | 'plusgiro' | 'bankgiro' | 'org-number'

/**
 * What is typed into one field, judged by the same kind of question as in a form: what is kept here can be copied into
 * any case and set in any document. The messages are the kind's own, and name the remedy.
 * @param missing said when nothing is typed
 */
export function typedAs(
  name: TypedKind,
  language: Language,
  { missing, options = {} }: { missing?: string; options?: Readonly<Record<string, unknown>> } = {},
): z.ZodType<string, string> {
  const kind = kindOf(name)
  if (!kind) throw new Error(`There is no kind «${name}»`)
  const context: Context = { language, register: register(), text: (text) => text[language] }
  const asked = question.parse({ id: 'typed', kind: name, label: { sv: name, en: name } })
  const schema = kind.schema({ ...asked, options: kind.options.parse(options) }, context)
  return z
    .string(missing)
    .trim()
    .min(1, missing)
    .transform((typed, { issues }) => {
      const read = schema.safeParse(typed)
      if (read.success && typeof read.data === 'string') return read.data
      for (const { message } of read.error?.issues ?? []) issues.push({ code: 'custom', message, input: typed })
      return z.NEVER
    })
}
