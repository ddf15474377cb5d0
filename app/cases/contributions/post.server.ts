import { parse } from '@conform-to/react'
import { toPosted } from '../post-page.server'

/** The fields of a form that takes no files, names unfolded. */
export const postedIn = (fields: FormData) =>
  toPosted(parse(fields, { resolve: (value) => ({ value }) }).payload, new Set())
