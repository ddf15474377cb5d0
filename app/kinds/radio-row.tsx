import type { ReactNode } from 'react'
import { Marked } from '~/ui/choice'
import { errorId, FieldError } from '~/ui/field'
import styles from './radio-row.module.css'

interface RadioRowProps {
  /** The name that is posted, and the id of the first radio. */
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  /** «2019: Ja» */
  readonly lastYear?: string | undefined
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly defaultValue: string | undefined
  readonly errors: readonly string[]
  readonly hidden?: boolean
}

/** One row of a list of questions with the same short answers: words at the left, radios at the right. */
export function RadioRow({ name, label, help, lastYear, options, defaultValue, errors, hidden }: RadioRowProps) {
  const labelId = `${name}-rad`
  const wrong = errors.length > 0
  return (
    <div
      className={styles.row}
      hidden={hidden}
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={wrong ? errorId(name) : undefined}
    >
      <div id={labelId} className={styles.label}>
        {label}
        {help !== undefined && <span className={styles.help}>{help}</span>}
        {lastYear !== undefined && <span className={styles.lastYear}>{lastYear}</span>}
      </div>
      <div className="choices inline">
        {options.map(({ value, label: words }, place) => (
          <Marked
            key={value}
            kind="radio"
            id={place === 0 ? name : `${name}.${value}`}
            option={{ value, label: words }}
            size="medium"
            wrong={wrong}
          >
            {(id) => (
              <input
                type="radio"
                id={id}
                name={name}
                value={value}
                defaultChecked={value === defaultValue}
                className="aksel-radio__input"
              />
            )}
          </Marked>
        ))}
      </div>
      <div className={styles.error}>
        <FieldError id={name} errors={errors} />
      </div>
    </div>
  )
}
