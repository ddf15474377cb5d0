import type { InputProps } from '../contract'
import { RepeatedText } from '../repeated-text'
import type { OrderedListOptions } from './kind'
import { messages } from './messages'

/** Numbered rows that can change places. */
export function OrderedListQuestion(props: InputProps<OrderedListOptions, readonly string[]>) {
  const { options, text, language } = props
  return (
    <RepeatedText
      props={props}
      words={messages[language]}
      labelOf={(number) => `${text(options.itemLabel)} ${number}`}
      ordered
      empty={3}
    />
  )
}
