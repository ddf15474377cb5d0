import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { PhoneOptions } from './kind'

/** A field with the keyboard of a telephone. */
export function PhoneQuestion(props: InputProps<PhoneOptions, string>) {
  return <TextInput {...frameOf(props)} defaultValue={props.typed} width={20} type="tel" autoComplete="tel" />
}
