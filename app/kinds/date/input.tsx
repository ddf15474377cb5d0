import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { DateOptions } from './kind'
import { messages } from './messages'

/** A text field: dates are typed as people write them. Where the question has no help, it shows the order. */
export function DateQuestion(props: InputProps<DateOptions, string>) {
  const { help = messages[props.language].help, compact } = props
  return (
    <TextInput
      {...frameOf(compact ? props : { ...props, help })}
      defaultValue={props.typed}
      width={14}
      autoComplete="off"
    />
  )
}
