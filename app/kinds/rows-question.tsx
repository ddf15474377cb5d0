import type { ReactNode } from 'react'
import type { Display } from '~/forms/display'
import { FieldGroup } from '~/ui/field'
import type { InputProps } from './contract'
import { frameOf } from './input-frame'
import { messagesAt } from './issues'
import { RadioRow } from './radio-row'
import type { RowsTyped } from './rows'
import type { Labelled } from './unique'

interface RowsQuestionProps {
  readonly props: InputProps<{ readonly rows: readonly Labelled[] }, RowsTyped>
  readonly choices: readonly { readonly value: string; readonly label: ReactNode }[]
  /** The choice that a typed text means. */
  readonly chosen: (typed: string) => string | undefined
  /** Above the rows: what the ends of a scale mean. */
  readonly before?: ReactNode
}

/** Rows with the same short answers, one radio group each, named «name.<row>». */
export function RowsQuestion({ props, choices, chosen, before }: RowsQuestionProps) {
  const { name, issues, options, hidden, typed, text, previous, previousYear } = props
  const lastYear = (row: string) => {
    const answer = previous && cellOf(previous, row)
    return answer && previousYear !== undefined ? `${previousYear}: ${answer}` : undefined
  }
  return (
    // An error of the whole question leads here.
    <div id={name} tabIndex={-1}>
      <FieldGroup
        {...frameOf({ ...props, issues: issues.filter(({ path }) => path.length === 0) })}
        id={name}
        after={null}
      >
        {before}
        <div>
          {options.rows.map(({ id, label, help }) => {
            const answer = typed?.[id]
            return (
              <RadioRow
                key={id}
                name={`${name}.${id}`}
                label={text(label)}
                hidden={hidden.has(`rows.${id}`)}
                help={help && text(help)}
                lastYear={lastYear(id)}
                options={choices}
                defaultValue={answer === undefined ? undefined : chosen(answer)}
                errors={messagesAt(issues, id)}
              />
            )
          })}
        </div>
      </FieldGroup>
    </div>
  )
}

/** Last year's answer in one row of a table with one column. */
const cellOf = (display: Display, row: string) =>
  display.type === 'table' ? display.rows.find(({ id }) => id === row)?.cells[0] : undefined
