import type { ReactNode } from 'react'
import { Box, Marked } from '~/ui/choice'
import { FieldGroup } from '~/ui/field'
import { SelectInput } from '~/ui/select-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { WithChosenName } from './chosen-name'
import type { RowChoiceOptions } from './kind'
import { messages } from './messages'

/** A list that drops down, or boxes where several may be chosen. A chosen row that is gone stays, to be seen and mended. */
export function RowChoiceQuestion(props: InputProps<RowChoiceOptions, readonly string[]>) {
  const { name, options, typed = [], language } = props
  const says = messages[language]
  const known = (options.rows ?? []).map(({ id, label }) => ({ value: id, label }))
  const gone = typed.filter((id) => !known.some(({ value }) => value === id)).map((value) => ({ value, label: '–' }))
  const all = [...known, ...gone]
  // With nothing to tick, the list says as much as boxes would.
  if (!options.several || all.length === 0) {
    const { after, ...frame } = frameOf(props)
    const below = (name: ReactNode) => (
      <>
        {name}
        {after}
      </>
    )
    return (
      <WithChosenName options={all} chosen={typed[0]}>
        {(name) => (
          <SelectInput {...frame} after={below(name)} defaultValue={typed[0]} empty={says.choose} options={all} />
        )}
      </WithChosenName>
    )
  }
  return (
    <FieldGroup {...frameOf(props)} id={name}>
      <div className="choices">
        {all.map(({ value, label }, place) => (
          <Marked
            key={value}
            kind="checkbox"
            // An error's link leads to the first box.
            id={place === 0 ? name : `${name}.${place}`}
            option={{ value, label }}
            size="medium"
            wrong={props.issues.length > 0}
          >
            {(boxId, describedBy) => (
              <Box
                id={boxId}
                name={`${name}.${place}`}
                value={value}
                defaultChecked={typed.includes(value)}
                onChange={() => undefined}
                describedBy={describedBy}
              />
            )}
          </Marked>
        ))}
      </div>
    </FieldGroup>
  )
}
