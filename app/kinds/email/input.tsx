import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { EmailOptions } from './kind'

/** A field with the keyboard for addresses. The page does not let the browser judge what is typed. */
export function EmailQuestion(props: InputProps<EmailOptions, string>) {
  return (
    <TextInput
      {...frameOf(props)}
      defaultValue={props.typed}
      type="email"
      inputMode="email"
      autoComplete="email"
      spellCheck={false}
    />
  )
}
