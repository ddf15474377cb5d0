import { Radios } from '~/ui/radios'
import { SelectInput } from '~/ui/select-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { chosenId } from './chosen-id'
import type { ChoiceOptions } from './kind'
import { messages } from './messages'

/** More than can be taken in at a glance stand in a list that drops down. */
const mostRadios = 10

/** Radios, or a list where there are many, or little room. */
export function ChoiceQuestion(props: InputProps<ChoiceOptions, string>) {
  const { options, typed, text, language, compact } = props
  const value = typed === undefined ? undefined : chosenId(typed, options)
  if (options.options.length > mostRadios || compact) {
    return (
      <SelectInput
        {...frameOf(props)}
        defaultValue={value}
        empty={messages[language].choose}
        options={options.options.map(({ id, label }) => ({ value: id, label: text(label) }))}
      />
    )
  }
  return (
    <Radios
      {...frameOf(props)}
      defaultValue={value}
      options={options.options.map(({ id, label, help }) => ({
        value: id,
        label: text(label),
        ...(help && { help: text(help) }),
      }))}
    />
  )
}
