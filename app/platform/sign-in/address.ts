import { z } from 'zod'

/**
 * An e-mail address as it is stored and compared: without spaces around it, lower case.
 * @param message said of whatever is none
 */
export function emailAddress(message?: string): z.ZodType<string, string> {
  return z
    .string(message)
    .trim()
    .toLowerCase()
    .max(254, message)
    .pipe(z.email({ pattern: z.regexes.unicodeEmail, ...(message && { error: message }) }))
}
