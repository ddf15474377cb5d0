import type { TableColumn, TableOptions } from './columns'

/** Above this, rows are laid out one by one (table.module.css), in columns that nothing in the rows decides. */
export const longFrom = 40

const number = '2.75rem'
const acts = '2.75rem'
const words = 'minmax(8rem, 3fr)'
const figures = 'minmax(7rem, 2fr)'
const computed = 'minmax(5rem, 2fr)'

const trackOf = ({ numeric, value }: TableColumn) => (value !== undefined ? computed : numeric ? figures : words)

/** The widths of a long table's columns, as `grid-template-columns` says them. */
export function tracksOf({ columns, fixedRows }: TableOptions, hidden: ReadonlySet<string>): string {
  const there = columns.filter(({ id }) => !hidden.has(`columns.${id}`))
  return [fixedRows ? words : number, ...there.map(trackOf), ...(fixedRows ? [] : [acts])].join(' ')
}
