import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { PostcodeOptions } from './kind'

/** A field as wide as the postcode. */
export function PostcodeQuestion(props: InputProps<PostcodeOptions, string>) {
  return (
    <TextInput
      {...frameOf(props)}
      defaultValue={props.typed}
      width={8}
      inputMode="numeric"
      autoComplete="postal-code"
    />
  )
}
