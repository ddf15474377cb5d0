import { memo, type ReactNode } from 'react'
import type { Language, LocalText } from '~/forms/text'
import { classNames } from '~/ui/class-names'
import { errorId, FieldError } from '~/ui/field'
import type { InputIssue, InputLookup } from '../contract'
import { allMessages } from '../issues'
import { Cell, type Files, issuesBelow } from './cells'
import { type FixedRow, goneKey, isHiddenCell, placeKey, type TableColumn } from './columns'
import { RowActsMenu } from './row-acts'
import styles from './table.module.css'
import type { PageRow, RowActs } from './use-rows'

export interface RowProps {
  /** The name of the table. */
  readonly name: string
  readonly row: PageRow
  readonly rowName: string
  readonly fixed?: FixedRow | undefined
  readonly columns: readonly TableColumn[]
  /** Names of columns and rows that are not there just now. */
  readonly hidden: ReadonlySet<string>
  /** The row itself is not there just now. */
  readonly isHidden: boolean
  /** Below the row. */
  readonly issues: readonly InputIssue[]
  /** Undefined for rows that the form gives. */
  readonly acts?: RowActs | undefined
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly hasRoom: boolean
  readonly language: Language
  readonly text: (text: LocalText) => string
  readonly inputOf: InputLookup
  readonly files: Files
}

/** Where the row stands, and whether it is gone: posted with it. */
function Hidden({ name, row }: Pick<RowProps, 'name' | 'row'>) {
  const field = (key: string, value: string) => (
    <input type="hidden" id={`${name}.${row.id}.${key}`} name={`${name}.${row.id}.${key}`} value={value} />
  )
  return (
    <>
      {row.place !== undefined && field(placeKey, String(row.place))}
      {row.gone && field(goneKey, '1')}
    </>
  )
}

const isBelow = ({ path }: InputIssue, columns: readonly TableColumn[]) => columns.some(({ id }) => id === path[0])

function Menu(props: RowProps): ReactNode {
  const { name, row, rowName, acts, isFirst, isLast, hasRoom, language } = props
  return acts && <RowActsMenu {...{ name, row, rowName, acts, isFirst, isLast, hasRoom, language }} />
}

/** One of its fields; named by its row as well where its heading is another row's. */
function cellOf(
  { name, row, hidden, issues, language, text, inputOf, files }: RowProps,
  column: TableColumn,
  rowName?: string,
) {
  return (
    <Cell
      name={`${name}.${row.id}.${column.id}`}
      column={column}
      hidden={hidden}
      typed={row.typed?.[column.id]}
      issues={issuesBelow(issues, column, text)}
      {...(rowName === undefined ? {} : { rowName })}
      language={language}
      text={text}
      inputOf={inputOf}
      files={files}
      {...(column.suggest ? { list: listId(name, column.id) } : {})}
    />
  )
}

/** A line of fields. On a phone it stands as a card, each field under its heading. */
function Line(props: RowProps) {
  const { name, row, rowName, fixed, columns, hidden, isHidden, issues, acts, text } = props
  const id = `${name}.${row.id}`
  const own = allMessages(issues.filter((issue) => !isBelow(issue, columns)))
  return (
    <>
      <tr
        id={id}
        data-row={row.key}
        hidden={row.gone || isHidden}
        tabIndex={-1}
        className={classNames(styles.line, own.length > 0 && styles.wrongLine)}
        aria-describedby={own.length > 0 ? errorId(id) : undefined}
      >
        <th scope="row" className={classNames(styles.rowName, !fixed && styles.number)}>
          <Hidden name={name} row={row} />
          {fixed ? (
            <>
              {rowName}
              {fixed.help && <span className={styles.help}>{text(fixed.help)}</span>}
            </>
          ) : (
            <>
              <span className="sr-only">{rowName}</span>
              <span className={styles.shortName} aria-hidden="true">
                {rowName.replace(/^.* (?=\d+$)/, '')}
              </span>
              <span className={styles.longName} aria-hidden="true">
                {rowName}
              </span>
            </>
          )}
        </th>
        {columns.map((column) => (
          <td
            key={column.id}
            className={classNames(styles.cell, column.numeric && styles.figures)}
            data-label={text(column.label)}
            hidden={hidden.has(`columns.${column.id}`)}
          >
            <ThereOrNot column={column} isHidden={isHiddenCell(hidden, row.id, column)}>
              {cellOf(props, column, rowName)}
            </ThereOrNot>
          </td>
        ))}
        {acts && (
          <td className={styles.actsCell}>
            <Menu {...props} />
          </td>
        )}
      </tr>
      {own.length > 0 && (
        <tr hidden={row.gone}>
          <td colSpan={columns.length + 2}>
            <FieldError id={id} errors={own} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The place of a cell stays where the cell is not there. */
function ThereOrNot(props: { readonly column: TableColumn; readonly isHidden: boolean; readonly children: ReactNode }) {
  return props.column.visible === undefined ? props.children : <div hidden={props.isHidden}>{props.children}</div>
}

/** Whether a field takes the whole width of a card; others stand beside each other. */
const isWide = ({ nested, tall, options }: TableColumn) => nested || tall || options.multiline === true

/** A group of fields, for rows that hold more than a line has room for. */
function Card(props: RowProps) {
  const { name, row, rowName, fixed, columns, hidden, isHidden, issues, text } = props
  const id = `${name}.${row.id}`
  const own = allMessages(issues.filter((issue) => !isBelow(issue, columns)))
  return (
    <fieldset
      id={id}
      data-row={row.key}
      hidden={row.gone || isHidden}
      tabIndex={-1}
      className={styles.card}
      aria-describedby={own.length > 0 ? errorId(id) : undefined}
    >
      <legend className={styles.cardName}>{rowName}</legend>
      <Hidden name={name} row={row} />
      <div className={styles.cardActs}>
        <Menu {...props} />
      </div>
      {fixed?.help && <p className="field-help">{text(fixed.help)}</p>}
      <div className={styles.fields}>
        {columns.map((column) => (
          <div
            key={column.id}
            className={isWide(column) ? styles.wide : undefined}
            hidden={hidden.has(`columns.${column.id}`) || isHiddenCell(hidden, row.id, column)}
          >
            {cellOf(props, column)}
          </div>
        ))}
      </div>
      <FieldError id={id} errors={own} />
    </fieldset>
  )
}

/** The id of the list with what the rows of a table have in a column. */
export const listId = (table: string, column: string) => `${table}-${column}-forslag`

/** A thousand rows stand still while one of them is typed in. */
const isSame = ({ issues, ...before }: RowProps, { issues: now, ...after }: RowProps): boolean =>
  sameMembers(before, after) && (issues === now || JSON.stringify(issues) === JSON.stringify(now))

const sameMembers = (before: Omit<RowProps, 'issues'>, after: Omit<RowProps, 'issues'>) => {
  const now = new Map<string, unknown>(Object.entries(after))
  return Object.entries(before).every(([key, value]) => now.get(key) === value)
}

export const LineRow = memo(Line, isSame)
export const CardRow = memo(Card, isSame)
