import type { ChangeEventHandler } from 'react'
import { Box, Marked } from './choice'
import { classNames } from './class-names'
import { errorId, FieldError, type FieldProps } from './field'

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
