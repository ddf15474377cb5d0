import { z } from 'zod'
import { formatDate } from '~/forms/format'
import { oneLine, oneLineKind } from '../one-line'
import { readDay } from '../read-date'
import { messages } from './messages'

const options = z.strictObject({})
export type DateOptions = z.output<typeof options>

/** A day: ISO. */
export const date = oneLineKind<DateOptions, string>({
  name: 'date',
  options,
  value: z.string(),
  type: () => ({ type: 'date' }),
  decode: (typed, _question, { language }) => readDay(typed, language),
  canonical: () => undefined,
  encode: (value) => value,
  missing: (_question, { language }) => messages[language].missing,
  display: (value, _question, { language }) => ({ type: 'text', text: formatDate(value, language), numeric: true }),
  blank: () => oneLine,
  column: 'date',
  exported: (value) => value,
  example: () => '2021-01-15',
})
