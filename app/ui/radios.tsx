import { type ChoiceGroupProps, Marked } from './choice'
import { classNames } from './class-names'
import { FieldGroup } from './field'

export interface RadiosProps extends ChoiceGroupProps {
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
