import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { IdentityNumberOptions } from './kind'

/** A field as wide as the number, which the browser does not remember. */
export function IdentityNumberQuestion(props: InputProps<IdentityNumberOptions, string>) {
  return <TextInput {...frameOf(props)} defaultValue={props.typed} width={15} autoComplete="off" />
}
