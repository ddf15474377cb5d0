import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { PlusgiroOptions } from './kind'

/** A field as wide as the number. Hyphens and spaces are typed as people like. */
export function PlusgiroQuestion(props: InputProps<PlusgiroOptions, string>) {
  return <TextInput {...frameOf(props)} defaultValue={props.typed} width={13} autoComplete="off" />
}
