import { z } from 'zod'

/** An e-mail address as it is stored and compared: without spaces around it, lower case. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ pattern: z.regexes.unicodeEmail }))
