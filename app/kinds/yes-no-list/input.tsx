import type { InputProps } from '../contract'
import type { RowsTyped } from '../rows'
import { RowsQuestion } from '../rows-question'
import { truthOf, truthText } from '../truth'
import type { YesNoListOptions } from './kind'
import { messages } from './messages'

/** Yes and no at the end of each row. */
export function YesNoListQuestion(props: InputProps<YesNoListOptions, RowsTyped>) {
  const says = messages[props.language]
  return (
    <RowsQuestion
      props={props}
      choices={[
        { value: truthText(true), label: says.yes },
        { value: truthText(false), label: says.no },
      ]}
      chosen={(typed) => {
        const value = truthOf(typed)
        return value === undefined ? undefined : truthText(value)
      }}
    />
  )
}
