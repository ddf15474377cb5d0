import { formatInteger } from '~/forms/format'
import { classNames } from '~/ui/class-names'
import { errorId, FieldGroup } from '~/ui/field'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { isMarked } from '../issues'
import { Spoken, Verdict } from './check-row'
import styles from './count-table.module.css'
import type { CountTableOptions, CountTableTyped } from './kind'
import { messages } from './messages'
import { OverflowNotice } from './overflow-notice'
import { cellNumber, columnCheck, sumOf } from './sums'
import { useGrid } from './use-grid'

type Props = InputProps<CountTableOptions, CountTableTyped>

/** Last year's cells of a row, one per column, as far as the table was the same. */
function lastYearOf({ previous, options }: Props, row: string): readonly string[] | undefined {
  if (previous?.type !== 'table') return undefined
  const cells = previous.rows.find(({ id }) => id === row)?.cells
  return options.columns.map((_, place) => cells?.[place] ?? '')
}

/**
 * Rows of fields named «name.<row>.<column>», with sums, a check of each column, and last year at the right (under each
 * field on a phone). Everything but the live sums, the keys and pasting works without script.
 */
export function CountTableQuestion(props: Props) {
  const { name, issues, options, typed, language, text, previous, previousYear } = props
  const { rows, columns, addUp } = options
  const { table, cells, overflow, settle, handlers } = useGrid(options, typed)
  const says = messages[language]
  const hasLastYear = previous?.type === 'table' && previousYear !== undefined
  const totalRow = rows.find(({ total }) => total)?.id
  const checks = columns.map(({ id }) => columnCheck(options, cells, id))

  /** A sum that does not agree marks the whole column, not only the total that the issue is about. */
  const isWrong = (row: string, column: string) =>
    isMarked(issues, row, column) ||
    isMarked(issues) ||
    (addUp !== undefined &&
      totalRow !== undefined &&
      isMarked(issues, totalRow, column) &&
      columnCheck(options, typed, column).agrees === false)

  const rowId = (row: string) => `${name}-rad-${row}`
  const columnId = (column: string) => `${name}-kolumn-${column}`
  const spoken = addUp
    ? columns
        .flatMap(({ label }, place) => {
          const { parts, total, agrees } = checks[place] ?? {}
          if (agrees === undefined || parts === undefined || total === undefined) return []
          const sum = formatInteger(parts, language)
          return `${text(label)}: ${agrees ? says.agrees(sum) : says.differs(sum, formatInteger(total, language))}`
        })
        .join('. ')
    : ''

  return (
    // An error of the whole question leads here.
    <div id={name} tabIndex={-1}>
      <FieldGroup {...frameOf(props)} id={name} after={null} heading errorBar>
        <table ref={table} className={styles.table} {...handlers}>
          <thead>
            <tr>
              <th id={columnId('')} rowSpan={hasLastYear ? 2 : 1} className={styles.corner} scope="col">
                {text(options.corner)}
              </th>
              {columns.map(({ id, label }) => (
                <th key={id} id={columnId(id)} rowSpan={hasLastYear ? 2 : 1} className={styles.number} scope="col">
                  {text(label)}
                </th>
              ))}
              {options.sum && (
                <th rowSpan={hasLastYear ? 2 : 1} className={styles.sum} scope="col">
                  {says.sum}
                </th>
              )}
              {hasLastYear && (
                <th className={styles.lastYear} colSpan={columns.length} scope="colgroup">
                  {says.lastYear}
                </th>
              )}
            </tr>
            {hasLastYear && (
              <tr>
                {columns.map(({ id, label }) => (
                  <th key={id} className={styles.lastYear} scope="col">
                    {text(label)}
                  </th>
                ))}
              </tr>
            )}
          </thead>
          <tbody>
            {rows.map(({ id: row, label, total }, rowPlace) => {
              const lastYear = hasLastYear ? lastYearOf(props, row) : undefined
              const sum = sumOf(columns.map(({ id }) => cellNumber(cells, row, id)))
              return (
                <tr key={row} className={classNames(total && rows.length > 1 && styles.total)}>
                  <th id={rowId(row)} scope="row">
                    {text(label)}
                  </th>
                  {columns.map(({ id: column }, columnPlace) => {
                    const wrong = isWrong(row, column)
                    return (
                      <td key={column}>
                        <input
                          id={`${name}.${row}.${column}`}
                          name={`${name}.${row}.${column}`}
                          defaultValue={typed?.[row]?.[column] ?? ''}
                          data-row={rowPlace}
                          data-column={columnPlace}
                          inputMode="numeric"
                          autoComplete="off"
                          className={styles.cell}
                          aria-labelledby={`${rowId(row)} ${columnId(column)}`}
                          aria-invalid={wrong || undefined}
                          aria-describedby={wrong ? errorId(name) : undefined}
                        />
                        {lastYear?.[columnPlace] && (
                          <span className={styles.lastYearBelow}>
                            {previousYear}: {lastYear[columnPlace]}
                          </span>
                        )}
                      </td>
                    )
                  })}
                  {options.sum && (
                    <td className={styles.sum}>{sum === undefined ? '' : formatInteger(sum, language)}</td>
                  )}
                  {lastYear?.map((cell, place) => (
                    <td key={columns[place]?.id} className={styles.lastYear}>
                      {cell}
                    </td>
                  ))}
                </tr>
              )
            })}
            {addUp && (
              <tr className={styles.check}>
                <th scope="row">{text(addUp.label)}</th>
                {columns.map(({ id }, place) => {
                  const check = checks[place]
                  return <td key={id}>{check && <Verdict check={check} language={language} />}</td>
                })}
                {options.sum && <td className={styles.sum}>{sumText(checks, language)}</td>}
                {hasLastYear && <td className={styles.afterCheck} colSpan={columns.length} />}
              </tr>
            )}
          </tbody>
        </table>
        <Spoken text={spoken} />
        {overflow && (
          <OverflowNotice overflow={overflow} options={options} language={language} labelOf={text} settle={settle} />
        )}
      </FieldGroup>
    </div>
  )
}

/** The sum of all parts. */
function sumText(checks: readonly { readonly parts: number | undefined }[], language: Props['language']): string {
  const sum = sumOf(checks.map(({ parts }) => parts))
  return sum === undefined ? '' : formatInteger(sum, language)
}
