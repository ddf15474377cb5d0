import { FieldGroup } from '~/ui/field'
import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { messagesAt } from '../issues'
import type { PeriodOptions, PeriodTyped } from './kind'
import { messages } from './messages'

/** Two text fields, the first and the last day. */
export function PeriodQuestion(props: InputProps<PeriodOptions, PeriodTyped>) {
  const { name, typed, language, issues, options, compact } = props
  const says = messages[language]
  const day = (part: 'from' | 'to', label: string) => (
    <TextInput
      name={`${name}.${part}`}
      label={label}
      defaultValue={typed?.[part]}
      errors={messagesAt(issues, part)}
      width={14}
      autoComplete="off"
      {...(compact && { size: 'small' })}
    />
  )
  const help = compact ? undefined : (props.help ?? says.help)
  return (
    // An error of the whole question leads here.
    <div id={name} tabIndex={-1}>
      <FieldGroup
        {...frameOf({ ...props, issues: issues.filter(({ path }) => path.length === 0) })}
        {...(help && { help })}
        id={name}
      >
        <div className="field-row">
          {day('from', says.from)}
          {day('to', options.open ? says.toOpen : says.to)}
        </div>
      </FieldGroup>
    </div>
  )
}
