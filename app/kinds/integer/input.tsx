import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { IntegerOptions } from './kind'

/** A short field for figures, the unit outside it. */
export function IntegerQuestion(props: InputProps<IntegerOptions, string>) {
  const { options, typed, text } = props
  return (
    <TextInput
      {...frameOf(props)}
      defaultValue={typed}
      width={7}
      figures
      // The numeric keyboard of some phones has no minus.
      inputMode={options.min < 0 ? 'text' : 'numeric'}
      autoComplete="off"
      unit={options.unit && text(options.unit)}
    />
  )
}
