import { Box, type ChoiceGroupProps, Marked } from './choice'
import { classNames } from './class-names'
import { FieldGroup } from './field'

export interface CheckboxesProps extends ChoiceGroupProps {
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
