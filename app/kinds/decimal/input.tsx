import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { DecimalOptions } from './kind'

/** A short field for figures, the unit outside it. */
export function DecimalQuestion(props: InputProps<DecimalOptions, string>) {
  const { options, typed, text } = props
  return (
    <TextInput
      {...frameOf(props)}
      defaultValue={typed}
      width={7}
      figures
      inputMode="decimal"
      autoComplete="off"
      unit={options.unit && text(options.unit)}
    />
  )
}
