import { ChevronDownIcon } from '@navikt/aksel-icons'
import type { ChangeEventHandler } from 'react'
import { describedBy, Field, type FieldProps } from './field'

export interface SelectInputProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** The words of the empty first alternative; none when left out. */
  readonly empty?: string | undefined
  readonly defaultValue?: string | undefined
  readonly onChange?: ChangeEventHandler<HTMLSelectElement> | undefined
}

/** One of many, in a list that drops down. */
export function SelectInput({
  name,
  id = name,
  options,
  empty,
  defaultValue,
  onChange,
  label,
  help,
  errors,
  optional,
  after,
  hideLabel,
  size,
}: SelectInputProps) {
  return (
    <Field {...{ id, label, help, errors, optional, after, hideLabel, size }}>
      <div className="aksel-select__container">
        <select
          id={id}
          name={name}
          defaultValue={defaultValue}
          onChange={onChange}
          className="aksel-select__input"
          aria-invalid={errors?.length ? true : undefined}
          aria-describedby={describedBy(id, { help, errors })}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <ChevronDownIcon className="aksel-select__chevron" aria-hidden />
      </div>
    </Field>
  )
}
