import { TextInput, type TextInputProps } from './text-input'

export type MoneyInputProps = Omit<TextInputProps, 'type' | 'inputMode' | 'figures' | 'maxLength'>

/** An amount: figures to the right, the unit outside the field. What may be typed is for the server to judge. */
export function MoneyInput({ unit = 'kr', width = 12, ...props }: MoneyInputProps) {
  return <TextInput {...props} unit={unit} width={width} figures inputMode="decimal" autoComplete="off" />
}
