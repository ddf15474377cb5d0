import { formatInteger } from '~/forms/format'
import { optionsWithout } from '~/forms/parts'
import { classNames } from '~/ui/class-names'
import { errorId, FieldGroup } from '~/ui/field'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { isMarked } from '../issues'
import { CheckRow, SpokenChecks } from './check-row'
import styles from './count-table.module.css'
import type { CountTableOptions, CountTableTyped } from './kind'
import { messages } from './messages'
import { OverflowNotice } from './overflow-notice'
import { cellNumber, columnCheck, sumOf } from './sums'
import { TableHead } from './table-head'
import { useGrid } from './use-grid'

type Props = InputProps<CountTableOptions, CountTableTyped>

/** Last year's cells of a row, one per column, as far as the table was the same. */
function lastYearOf({ previous, options }: Props, row: string): readonly string[] {
  const cells = previous?.type === 'table' ? previous.rows.find(({ id }) => id === row)?.cells : undefined
  return options.columns.map((_, place) => cells?.[place] ?? '')
}

/** Whether a cell is at fault. A sum that does not agree marks its whole column, not only the total it is about. */
function isWrong({ issues, options, typed }: Props, row: string, column: string): boolean {
  if (isMarked(issues) || isMarked(issues, row, column)) return true
  const total = options.rows.find((each) => each.total)?.id
  return (
    options.addUp !== undefined &&
    total !== undefined &&
    isMarked(issues, total, column) &&
    columnCheck(options, typed, column).agrees === false
  )
}

/**
 * Rows of fields named «name.<row>.<column>», with sums, a check of each column, and last year at the right (under each
 * field on a phone). Everything but the live sums, the keys and pasting works without script.
 */
export function CountTableQuestion(props: Props) {
  const { name, options, hidden, typed, language, text, previous, previousYear } = props
  const { rows, columns, addUp } = options
  // What is hidden keeps its fields, and counts nowhere.
  const asked = optionsWithout(options, hidden).options
  const { table, cells, overflow, settle, handlers } = useGrid(options, typed)
  const hasLastYear = previous?.type === 'table' && previousYear !== undefined
  const checks = asked.columns.map(({ id, label }) => ({
    ...columnCheck(asked, cells, id),
    column: id,
    label: text(label),
  }))
  const columnId = (column: string) => `${name}-kolumn-${column}`

  return (
    // An error of the whole question leads here.
    <div id={name} tabIndex={-1}>
      <FieldGroup {...frameOf(props)} id={name} after={null} heading errorBar>
        <table ref={table} className={styles.table} {...handlers}>
          <TableHead
            options={options}
            hidden={hidden}
            labelOf={text}
            columnId={columnId}
            sum={options.sum ? messages[language].sum : undefined}
            lastYear={hasLastYear ? messages[language].lastYear : undefined}
          />
          <tbody>
            {rows.map(({ id: row, label, total }, rowPlace) => {
              const lastYear = hasLastYear ? lastYearOf(props, row) : undefined
              const sum = sumOf(asked.columns.map(({ id }) => cellNumber(cells, row, id)))
              const strong = total && rows.length > 1 && styles.strong
              const rowId = `${name}-rad-${row}`
              return (
                <tr key={row} hidden={hidden.has(`rows.${row}`)}>
                  <th id={rowId} scope="row" className={classNames(styles.label, strong)}>
                    {text(label)}
                  </th>
                  {columns.map(({ id: column }, columnPlace) => {
                    const wrong = isWrong(props, row, column)
                    return (
                      <td
                        key={column}
                        className={classNames(styles.field, strong)}
                        hidden={hidden.has(`columns.${column}`)}
                      >
                        <input
                          id={`${name}.${row}.${column}`}
                          name={`${name}.${row}.${column}`}
                          defaultValue={typed?.[row]?.[column] ?? ''}
                          data-row={rowPlace}
                          data-column={columnPlace}
                          inputMode="numeric"
                          autoComplete="off"
                          className={classNames(styles.cell, wrong && styles.wrong)}
                          aria-labelledby={`${rowId} ${columnId(column)}`}
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
                    <td className={classNames(styles.sum, strong)}>
                      {sum === undefined ? '' : formatInteger(sum, language)}
                    </td>
                  )}
                  {lastYear?.map((cell, place) => (
                    <td
                      key={columns[place]?.id}
                      hidden={hidden.has(`columns.${columns[place]?.id}`)}
                      className={classNames(styles.lastYear, strong && styles.strongLastYear)}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              )
            })}
            {addUp && (
              <CheckRow
                label={text(addUp.label)}
                checks={checks}
                language={language}
                withSum={options.sum}
                after={hasLastYear ? asked.columns.length : 0}
              />
            )}
          </tbody>
        </table>
        {addUp && <SpokenChecks checks={checks} language={language} />}
        {overflow && (
          <OverflowNotice overflow={overflow} options={options} language={language} labelOf={text} settle={settle} />
        )}
      </FieldGroup>
    </div>
  )
}
