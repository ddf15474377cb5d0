import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { DecimalOptions } from './kind'

/** A short field for figures, the unit outside it. */
export function DecimalQuestion(props: InputProps<DecimalOptions, string>) {
  const { options, typed, text, language } = props
  return (
    <TextInput
      {...frameOf(props)}
      defaultValue={language === 'en' ? typed?.replace(/^(-?\d+),(\d+)$/, '$1.$2') : typed}
      // Kronor and öre are longer than other decimals.
      width={options.unit && text(options.unit) === 'kr' ? 14 : 7}
      figures
      inputMode="decimal"
      autoComplete="off"
      unit={options.unit && text(options.unit)}
    />
  )
}
