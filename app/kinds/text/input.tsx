import { TextArea } from '~/ui/text-area'
import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { TextOptions } from './kind'
import { maxLengthOf } from './max-length'

/** One line, or a box that grows and counts what is left. */
export function TextQuestion(props: InputProps<TextOptions, string>) {
  const { options, typed, compact, list } = props
  const maxLength = maxLengthOf(options)
  // A limit that the form does not name says nothing beside the one that it does.
  const onlyWords = options.maxWords !== undefined && options.maxLength === undefined
  if (options.multiline) {
    return (
      <TextArea
        {...frameOf(props)}
        defaultValue={typed}
        rows={compact ? 1 : undefined}
        maxLength={compact || onlyWords ? undefined : maxLength}
        maxWords={compact ? undefined : options.maxWords}
      />
    )
  }
  return (
    <TextInput
      {...frameOf(props)}
      defaultValue={typed}
      autoComplete={list ? 'off' : options.autocomplete}
      list={list}
      inputMode={options.inputMode}
      width={maxLength < 40 ? maxLength + 2 : undefined}
    />
  )
}
