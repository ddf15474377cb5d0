import { ArrowUndoIcon, PlusIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { type CSSProperties, type ReactNode, useCallback, useMemo, useRef } from 'react'
import { optionsWithout } from '~/forms/parts'
import type { LocalText } from '~/forms/text'
import { classNames } from '~/ui/class-names'
import { FieldGroup } from '~/ui/field'
import { NoScript } from '~/ui/no-script'
import type { InputIssue, InputLookup, InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { actKey, type FixedRow, newRow, type TableOptions } from './columns'
import { LastYear } from './last-year'
import { longFrom, tracksOf, widthOf } from './long'
import { messages } from './messages'
import { CardRow, LineRow, listId, type RowProps } from './row'
import type { TableTyped } from './rows'
import { Suggestions } from './suggestions'
import { SubtotalLine, SumLine, SumList } from './sum-lines'
import { rowsOfSubtotal, summedRows } from './sums'
import styles from './table.module.css'
import { TableHead } from './table-head'
import { TableNumbers } from './table-numbers'
import { type PageRow, useRows } from './use-rows'

type Props = InputProps<TableOptions, TableTyped>

/** More columns than a line has room for stand under each other. */
const mostInLine = 6
/** What a table within a row has for its lines where it has least: beside the column at the right, in rem. */
const roomWithin = 30
/** Rows that stand below what is filled in, for a page without script. */
const extra = 3

const none: readonly InputIssue[] = []
const noInputs: InputLookup = () => undefined

/**
 * Rows of fields named «name.<row>.<column>», with sums while one types. Everything works without script: rows are
 * moved, copied and removed by buttons that post, and new ones wait below.
 */
export function TableQuestion(props: Props) {
  const { name, options, typed, language, issues, inputOf = noInputs } = props
  const hidden = useSame(props.hidden)
  // What is hidden keeps its fields, and counts nowhere.
  const asked = useMemo(() => optionsWithout(options, hidden).options, [options, hidden])
  const { columns, fixedRows, maxRows } = options
  const says = messages[language]
  const group = useRef<HTMLDivElement>(null)
  const { rows, acts, changes } = useRows(name, options, typed, group)
  // Their own, so that rows can stand still.
  const text = useCallback((local: LocalText) => local[language], [language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: where files are does not change while the page is open
  const files = useMemo(() => props.files, [name])
  // A table within a row is named by it.
  const isInner = name.includes('.')
  const isCards =
    columns.some(({ nested, tall }) => nested || tall) ||
    columns.length > mostInLine ||
    (isInner && !fixedRows && widthOf(options) > roomWithin)

  const isLong = rows.length > longFrom
  const tracks: CSSProperties & { '--columns'?: string } = isLong ? { '--columns': tracksOf(options, hidden) } : {}
  const shown = rows.filter(({ gone }) => !gone)
  const hasRoom = shown.length < maxRows
  const word = options.rowLabel ? text(options.rowLabel) : says.row
  const fixed = useMemo(() => new Map(fixedRows?.map((row) => [row.id, row])), [fixedRows])
  const nameOf = (row: PageRow, place: number) => {
    const label = fixed.get(row.id)?.label
    return label ? text(label) : `${word} ${place + 1}`
  }
  const byRow = issuesByRow(issues)
  const known = new Set(rows.map(({ id }) => id))
  const summed = summedRows(
    asked,
    shown.map(({ id }) => id),
  )

  const places = new Map(shown.map((row, place) => [row, place]))

  const rowProps = (row: PageRow): RowProps => {
    const place = places.get(row) ?? -1
    return {
      name,
      row,
      rowName: nameOf(row, place),
      fixed: fixed.get(row.id),
      columns,
      hidden,
      isHidden: hidden.has(`fixedRows.${row.id}`),
      issues: byRow.get(row.id) ?? none,
      acts: fixedRows ? undefined : acts,
      isFirst: place === 0,
      isLast: place === shown.length - 1,
      hasRoom,
      language,
      text,
      inputOf,
      files,
    }
  }
  // Without script, for rows that are not there yet.
  const waiting = fixedRows
    ? []
    : Array.from({ length: Math.max(0, Math.min(extra, maxRows - rows.length)) }, (_, index): PageRow => {
        const id = `${newRow}${rows.length + index}`
        return { key: id, id, place: undefined, typed: undefined, gone: false }
      })
  const waitingProps = (row: PageRow, index: number): RowProps => ({
    ...rowProps(row),
    rowName: `${word} ${shown.length + index + 1}`,
    acts: undefined,
  })
  const saveForMore: ReactNode = waiting.length > 0 && (
    <NoScript>
      <p className="field-help">{says.emptyRows}</p>
      <button type="submit" name={`${name}.${actKey}`} value="add" className="plain-button">
        {says.saveForMore}
      </button>
    </NoScript>
  )
  const [body, memo] = parted(rows, fixed)
  const line = (row: PageRow) =>
    fixed.get(row.id)?.subtotal && !hidden.has(`fixedRows.${row.id}`) ? (
      <SubtotalLine
        key={row.key}
        label={nameOf(row, 0)}
        {...{ options, hidden, language }}
        rows={rowsOfSubtotal(asked, row.id)}
      />
    ) : (
      <LineRow key={row.key} {...rowProps(row)} />
    )

  return (
    // An error of the whole question leads here.
    <div id={name} tabIndex={-1}>
      <FieldGroup
        {...frameOf({ ...props, issues: issues.filter(({ path }) => !known.has(path[0] ?? '')) })}
        id={name}
        heading={!isInner}
        errorBar
        after={<LastYear {...props} />}
      >
        <div ref={group}>
          <TableNumbers {...{ name, options, typed, group, changes, hidden }}>
            {isCards ? (
              <div className={classNames(styles.cards, isInner && styles.inner, isLong && styles.long)}>
                {rows.map((row) => (
                  <CardRow key={row.key} {...rowProps(row)} />
                ))}
                <SumList {...{ options: asked, hidden, language, text, isInner }} rows={summed} />
                <NoScript>
                  {waiting.map((row, index) => (
                    <CardRow key={row.key} {...waitingProps(row, index)} />
                  ))}
                </NoScript>
              </div>
            ) : (
              <table className={classNames(styles.table, isLong && styles.long)} style={tracks}>
                <TableHead options={options} hidden={hidden} text={text} language={language} withActs={!fixedRows} />
                <tbody>{body.map(line)}</tbody>
                <SumLine {...{ options, hidden, language, text, isInner }} rows={summed} withActs={!fixedRows} />
                {memo.length > 0 && <tbody>{memo.map(line)}</tbody>}
              </table>
            )}
          </TableNumbers>
          {!isCards && waiting.length > 0 && (
            <NoScript>
              <table className={styles.table}>
                <tbody>
                  {waiting.map((row, index) => (
                    <LineRow key={row.key} {...waitingProps(row, index)} />
                  ))}
                </tbody>
              </table>
            </NoScript>
          )}
          {saveForMore}
          {!fixedRows && (
            <div className={`needs-script ${styles.below}`}>
              {hasRoom && (
                <Button
                  type="button"
                  variant="secondary"
                  size="small"
                  icon={<PlusIcon aria-hidden />}
                  onClick={acts.add}
                >
                  {says.add(word)}
                </Button>
              )}
              <Removed rows={rows} says={says} word={word} bringBack={acts.bringBack} />
            </div>
          )}
          {columns.map(
            ({ id, suggest }) =>
              suggest && (
                <Suggestions key={id} id={listId(name, id)} name={name} column={id} typed={typed} group={group} />
              ),
          )}
        </div>
      </FieldGroup>
    </div>
  )
}

/** The same set as long as it holds the same, so that rows can stand still. */
function useSame(set: ReadonlySet<string>): ReadonlySet<string> {
  const key = [...set].sort().join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it holds is what counts
  return useMemo(() => set, [key])
}

/** The rows above the sum, and those below it. */
function parted(rows: readonly PageRow[], fixed: ReadonlyMap<string, FixedRow>) {
  const isMemo = ({ id }: PageRow) => fixed.get(id)?.memo === true
  return [rows.filter((row) => !isMemo(row)), rows.filter(isMemo)] as const
}

function issuesByRow(issues: readonly InputIssue[]): ReadonlyMap<string, readonly InputIssue[]> {
  const rows = new Map<string, InputIssue[]>()
  for (const { path, message } of issues) {
    const [row, ...below] = path
    if (row === undefined) continue
    rows.set(row, [...(rows.get(row) ?? []), { path: below, message }])
  }
  return rows
}

interface RemovedProps {
  readonly rows: readonly PageRow[]
  readonly says: (typeof messages)['sv']
  readonly word: string
  readonly bringBack: (key: string) => void
}

/** Says which row went last, and brings it back. */
function Removed({ rows, says, word, bringBack }: RemovedProps) {
  const last = rows.findLast(({ gone }) => gone)
  return (
    <span role="status" className={styles.removed}>
      {last && (
        <>
          {says.removed(`${word} ${rows.indexOf(last) + 1}`)}{' '}
          <Button
            type="button"
            variant="tertiary"
            size="small"
            icon={<ArrowUndoIcon aria-hidden />}
            onClick={() => bringBack(last.key)}
          >
            {says.undo}
          </Button>
        </>
      )}
    </span>
  )
}
