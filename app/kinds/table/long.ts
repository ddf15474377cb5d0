import type { TableColumn, TableOptions } from './columns'

/** Above this, rows are laid out one by one (table.module.css), in columns that nothing in the rows decides. */
export const longFrom = 40

/** A column's least width in rem, and its share of the rest. */
interface Track {
  readonly rem: number
  readonly share: number
}

const number: Track = { rem: 2.75, share: 0 }
const acts: Track = { rem: 2.75, share: 0 }
const words: Track = { rem: 8, share: 3 }
const figures: Track = { rem: 7, share: 2 }
const computed: Track = { rem: 5, share: 2 }

const trackOf = ({ numeric, value }: TableColumn) => (value !== undefined ? computed : numeric ? figures : words)

const tracks = ({ fixedRows }: TableOptions, columns: readonly TableColumn[]): readonly Track[] => [
  fixedRows ? words : number,
  ...columns.map(trackOf),
  ...(fixedRows ? [] : [acts]),
]

const inCss = ({ rem, share }: Track) => (share === 0 ? `${rem}rem` : `minmax(${rem}rem, ${share}fr)`)

/** The widths of a long table's columns, as `grid-template-columns` says them. */
export function tracksOf(options: TableOptions, hidden: ReadonlySet<string>): string {
  const there = options.columns.filter(({ id }) => !hidden.has(`columns.${id}`))
  return tracks(options, there).map(inCss).join(' ')
}

/** What a table's lines need at least, in rem. */
export const widthOf = (options: TableOptions): number =>
  tracks(options, options.columns).reduce((sum, { rem }) => sum + rem, 0)
