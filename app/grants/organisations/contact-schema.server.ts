import { z } from 'zod'
import type { Language } from '~/forms/text'
import { contactFields } from './contact-fields'
import { typedAs } from './typed.server'

/** Contact details as they are typed into the page; an empty field is no error, the detail is not known. */
export function contactSchema(language: Language): z.ZodType<Record<string, string | undefined>> {
  return z.object(
    Object.fromEntries(
      contactFields.map(({ id, kind, options }) => [id, typedAs(kind, language, { options }).optional()]),
    ),
  )
}
