import type { Json } from '~/forms/json'
import type { Language, LocalText } from '~/forms/text'
import type { InputIssue, InputLookup, InputProps } from '../contract'
import type { TableColumn } from './columns'
import { ComputedCell } from './computed-cell'

export interface CellProps {
  /** Of the cell: «activities.r1.cost». */
  readonly name: string
  readonly column: TableColumn
  /** Of the table: names of what is not there just now. */
  readonly hidden: ReadonlySet<string>
  readonly typed: Json | undefined
  /** Below the cell. */
  readonly issues: readonly InputIssue[]
  /** What the row is called, where no heading beside the field says it. */
  readonly rowName?: string
  /** Id of the list of what other rows have in the column. */
  readonly list?: string
  readonly language: Language
  readonly text: (text: LocalText) => string
  readonly inputOf: InputLookup
  /** Of the table. */
  readonly files: Files
}

/** Where the files of a table are, for the columns that hold some. */
export type Files = InputProps<unknown, Json>['files']

/** What stands after a number that nobody types. */
function unitOf({ figures }: TableColumn, language: Language): string | undefined {
  return figures?.kronor ? 'kr' : figures?.unit?.[language]
}

/** One question of one row: the input of the column's kind. */
export function Cell(props: CellProps) {
  const { name, column, hidden, typed, issues, rowName, list, language, text, inputOf, files } = props
  if (column.value !== undefined) {
    const shown = typeof typed === 'string' ? typed : ''
    return (
      <ComputedCell
        {...{ name, shown, issues }}
        unit={unitOf(column, language)}
        label={rowName === undefined ? text(column.label) : undefined}
      />
    )
  }
  const Input = inputOf(column.kind)
  if (!Input) return null
  const label = text(column.label)
  return (
    <Input
      name={name}
      label={rowName === undefined ? label : `${label}, ${rowName}`}
      optional={column.optional}
      options={column.options}
      hidden={insideOf(hidden, column)}
      language={language}
      typed={typed}
      issues={issues}
      text={text}
      suggestions={[]}
      inputOf={inputOf}
      {...(rowName === undefined ? {} : { compact: true })}
      {...(rowName === undefined && column.help ? { help: text(column.help) } : {})}
      {...(list === undefined ? {} : { list })}
      {...(column.files && files ? { files } : {})}
    />
  )
}

/** What is not there of the question that a column asks, by the names that it has there. */
function insideOf(hidden: ReadonlySet<string>, { id }: TableColumn): ReadonlySet<string> {
  const start = `columns.${id}.options.`
  return new Set([...hidden].flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : [])))
}

/** The issues below a column, without what the cell's place says already. */
export function issuesBelow(
  issues: readonly InputIssue[],
  { id, label }: TableColumn,
  text: (text: LocalText) => string,
): readonly InputIssue[] {
  const place = `, ${text(label)}: `
  return issues.flatMap(({ path: [column, ...path], message }) => {
    if (column !== id) return []
    const at = message.indexOf(place)
    const bare = at < 0 ? message : message.slice(at + place.length)
    return [{ path, message: bare.charAt(0).toLocaleUpperCase('sv') + bare.slice(1) }]
  })
}
