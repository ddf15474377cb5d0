import type { ChangeEventHandler, ReactNode } from 'react'
import { classNames } from './class-names'
import { errorId, FieldError, FieldGroup, type FieldProps } from './field'

/** One alternative of radios, checkboxes or a list. */
export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly help?: ReactNode
  /** Right below the alternative, e.g. a text field of its own. */
  readonly below?: ReactNode
}

interface GroupProps extends FieldProps {
  readonly options: readonly Choice[]
  /** Side by side where there is room; for two or three short words. */
  readonly inline?: boolean | undefined
  readonly heading?: boolean | undefined
  readonly errorBar?: boolean | undefined
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined
}

export interface RadiosProps extends GroupProps {
  readonly defaultValue?: string | undefined
}

/** One of several. The first radio has the group's id, so that an error's link reaches it. */
export function Radios({
  name,
  id = name,
  options,
  inline,
  defaultValue,
  onChange,
  errors,
  size,
  ...frame
}: RadiosProps) {
  return (
    <FieldGroup {...frame} id={id} errors={errors} size={size}>
      <div className={classNames('choices', inline && 'inline')}>
        {options.map((option, index) => (
          <Marked
            key={option.value}
            kind="radio"
            id={index === 0 ? id : `${id}.${option.value}`}
            option={option}
            size={size}
            wrong={Boolean(errors?.length)}
          >
            {(markId, describedBy) => (
              <input
                type="radio"
                id={markId}
                name={name}
                value={option.value}
                defaultChecked={option.value === defaultValue}
                onChange={onChange}
                className="aksel-radio__input"
                aria-describedby={describedBy}
              />
            )}
          </Marked>
        ))}
      </div>
    </FieldGroup>
  )
}

export interface CheckboxesProps extends GroupProps {
  readonly defaultValue?: readonly string[] | undefined
}

/** Any number of several; each ticked one posts `name` once. The first box has the group's id. */
export function Checkboxes({
  name,
  id = name,
  options,
  inline,
  defaultValue,
  onChange,
  errors,
  size,
  ...frame
}: CheckboxesProps) {
  return (
    <FieldGroup {...frame} id={id} errors={errors} size={size}>
      <div className={classNames('choices', inline && 'inline')}>
        {options.map((option, index) => (
          <Marked
            key={option.value}
            kind="checkbox"
            id={index === 0 ? id : `${id}.${option.value}`}
            option={option}
            size={size}
            wrong={Boolean(errors?.length)}
          >
            {(markId, describedBy) => (
              <Box
                id={markId}
                name={name}
                value={option.value}
                defaultChecked={defaultValue?.includes(option.value)}
                onChange={onChange}
                describedBy={describedBy}
              />
            )}
          </Marked>
        ))}
      </div>
    </FieldGroup>
  )
}

export interface CheckboxProps extends Omit<FieldProps, 'optional' | 'hideLabel'> {
  readonly value?: string | undefined
  readonly defaultChecked?: boolean | undefined
  readonly onChange?: ChangeEventHandler<HTMLInputElement> | undefined
}

/** A single box with its own errors: a consent, a confirmation. */
export function Checkbox({
  name,
  id = name,
  label,
  help,
  errors,
  after,
  size,
  value = 'on',
  defaultChecked,
  onChange,
}: CheckboxProps) {
  const wrong = Boolean(errors?.length)
  return (
    <div className="field">
      <Marked kind="checkbox" id={id} option={{ value, label, help }} size={size} wrong={wrong}>
        {(markId, described) => (
          <Box
            id={markId}
            name={name}
            value={value}
            defaultChecked={defaultChecked}
            onChange={onChange}
            wrong={wrong}
            describedBy={classNames(described, wrong && errorId(id)) || undefined}
          />
        )}
      </Marked>
      {after}
      <FieldError id={id} errors={errors} />
    </div>
  )
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
function Marked({ kind, id, option, size = 'medium', wrong, children }: MarkedProps) {
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

function Box({ describedBy, wrong, ...input }: BoxProps) {
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
