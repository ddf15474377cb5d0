import { Radios } from '~/ui/radios'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { truthOf, truthText } from '../truth'
import type { YesNoOptions } from './kind'
import { messages } from './messages'

/** Two radios. */
export function YesNoQuestion(props: InputProps<YesNoOptions, string>) {
  const { typed, language } = props
  const value = typed === undefined ? undefined : truthOf(typed)
  return (
    <Radios
      {...frameOf(props)}
      defaultValue={value === undefined ? undefined : truthText(value)}
      options={[true, false].map((answer) => ({
        value: truthText(answer),
        label: messages[language][answer ? 'yes' : 'no'],
      }))}
    />
  )
}
