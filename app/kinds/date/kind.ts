import { z } from 'zod'
import { formatDate } from '~/forms/format'
import { oneLine, oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { messages } from './messages'
import { readDate } from './read-date'

const options = z.strictObject({})
export type DateOptions = z.output<typeof options>

/** A day: ISO. */
export const date = oneLineKind<DateOptions, string>({
  name: 'date',
  options,
  value: z.string(),
  type: () => ({ type: 'date' }),
  decode(typed, _question, { language }) {
    const says = messages[language]
    const read = readDate(typed)
    if (read.type === 'noDate') return refused(says.shape)
    if (read.type === 'shortYear') return refused(says.year)
    if (read.type === 'noSuchDay') return refused(says.noSuchDay(typed.trim()))
    return accepted(read.iso)
  },
  canonical: () => undefined,
  encode: (value) => value,
  missing: (_question, { language }) => messages[language].missing,
  display: (value, _question, { language }) => ({ type: 'text', text: formatDate(value, language), numeric: true }),
  blank: () => oneLine,
  column: 'date',
  exported: (value) => value,
  example: () => '2021-01-15',
})
