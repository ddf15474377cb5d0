import type { Question } from './definition'
import { type Json, member } from './json'
import type { Reading } from './reading'
import type { ChoosableRow } from './row-choices'

/** The rows of a table that can be chosen as the draft stands, each named as an officer knows it. */
export function choosableRows(reading: Reading, id: string): readonly ChoosableRow[] {
  const { typed } = reading.answer(id)
  if (typed === undefined || !reading.isVisible(id)) return []
  const { kind } = reading.compiled(id)
  const question = reading.asked(id)
  const isGiven = Array.isArray(question.options.fixedRows)
  return kind.rows(question, typed).map((row, index) => {
    const words = isGiven ? '' : wordsOfRow(question.options, member(typed, row.id))
    const name = kind.nameOf(question, [row.id], typed, reading.context)
    const place = isGiven ? row.id : `r${index + 1}`
    return { id: `${id}.${row.id}`, place, label: words === '' ? name : `${name}: ${words}`, words }
  })
}

/** What the first column of a row says, if it is a text: it names the row. */
function wordsOfRow(options: Question['options'], row: Json | undefined): string {
  const [first]: unknown[] = Array.isArray(options.columns) ? options.columns : []
  const id: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, 'id') : undefined
  const cell = typeof id === 'string' ? member(row, id) : undefined
  const text = typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : ''
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
