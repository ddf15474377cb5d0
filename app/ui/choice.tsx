import type { ChangeEventHandler, ReactNode } from 'react'
import { classNames } from './class-names'
import type { FieldProps } from './field'

/** One alternative of radios, checkboxes or a list. */
export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly help?: ReactNode
  /** Right below the alternative, e.g. a text field of its own. */
  readonly below?: ReactNode
}

/** What radios and checkboxes have in common. */
export interface ChoiceGroupProps extends FieldProps {
  readonly options: readonly Choice[]
  /** Side by side where there is room; for two or three short words. */
  readonly inline?: boolean | undefined
  readonly heading?: boolean | undefined
  readonly errorBar?: boolean | undefined
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined
}

interface MarkedProps {
  readonly kind: 'radio' | 'checkbox'
  readonly id: string
  readonly option: Choice
  readonly size: FieldProps['size']
  readonly wrong: boolean
  readonly children: (id: string, describedBy: string | undefined) => ReactNode
}

/** A radio or a box with its label, its help and what stands below. */
export function Marked({ kind, id, option, size = 'medium', wrong, children }: MarkedProps) {
  const help = option.help === undefined ? undefined : `${id}-hjalp`
  return (
    <>
      <div className={classNames(`aksel-${kind}`, `aksel-${kind}--${size}`, wrong && `aksel-${kind}--error`)}>
        {children(id, help)}
        <label htmlFor={id} className={`aksel-${kind}__label aksel-body-short aksel-body-short--${size}`}>
          {option.label}
        </label>
        {help !== undefined && (
          <div
            id={help}
            className={`aksel-form-field__subdescription aksel-${kind}__description aksel-body-short small`}
          >
            {option.help}
          </div>
        )}
      </div>
      {option.below}
    </>
  )
}

interface BoxProps {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly defaultChecked: boolean | undefined
  readonly onChange: ChangeEventHandler<HTMLInputElement> | undefined
  readonly describedBy: string | undefined
  readonly wrong?: boolean | undefined
}

/** A box with Aksel's tick. */
export function Box({ describedBy, wrong, ...input }: BoxProps) {
  return (
    <span className="aksel-checkbox__input-wrapper">
      <input
        {...input}
        type="checkbox"
        className="aksel-checkbox__input"
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
      />
      <svg viewBox="0 0 13 10" className="aksel-checkbox__icon" aria-hidden="true" focusable="false">
        <path
          d="M1.5 5.5 4.3 8.3 11.5 1.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </span>
  )
}
