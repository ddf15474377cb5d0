import type { InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names'
import { describedBy, Field, type FieldProps } from './field'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'inputMode'
  | 'autoComplete'
  | 'maxLength'
  | 'list'
  | 'onChange'
  | 'onInput'
  | 'onBlur'
  | 'spellCheck'
  | 'form'
>

export interface TextInputProps extends FieldProps, Native {
  /** What stands in the field from the start; the browser owns it from then on. */
  readonly defaultValue?: string | undefined
  /** Width in characters; the whole column when left out. */
  readonly width?: number | undefined
  /** After the field, outside it: «kr», «heltider». */
  readonly unit?: ReactNode
  /** Right-aligned tabular figures. */
  readonly figures?: boolean | undefined
}

/** One line of text. */
export function TextInput({
  name,
  id = name,
  label,
  help,
  errors,
  optional,
  after,
  hideLabel,
  size,
  width,
  unit,
  figures,
  type = 'text',
  ...native
}: TextInputProps) {
  const unitId = unit === undefined ? undefined : `${id}-enhet`
  const input = (
    <input
      {...native}
      type={type}
      id={id}
      name={name}
      size={width}
      className={classNames('aksel-text-field__input', figures && 'figures')}
      aria-invalid={errors?.length ? true : undefined}
      aria-describedby={describedBy(id, { help, errors }, unitId)}
    />
  )
  return (
    <Field {...{ id, label, help, errors, optional, after, hideLabel, size }}>
      {unit === undefined ? (
        input
      ) : (
        <div className="input-with-unit">
          {input}
          <span id={unitId}>{unit}</span>
        </div>
      )}
    </Field>
  )
}
