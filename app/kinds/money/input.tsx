import { MoneyInput } from '~/ui/money-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { MoneyOptions } from './kind'

/** An amount, «kr» outside the field. */
export function MoneyQuestion(props: InputProps<MoneyOptions, string>) {
  return <MoneyInput {...frameOf(props)} unit={props.options.currency ?? 'kr'} defaultValue={props.typed} />
}
