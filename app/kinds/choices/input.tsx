import { type FormEvent, useRef } from 'react'
import { Box, Marked } from '~/ui/choice'
import { FieldGroup } from '~/ui/field'
import { TextInput } from '~/ui/text-input'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { messagesAt } from '../issues'
import type { ChoicesOptions, ChoicesTyped } from './kind'
import { messages } from './messages'
import { otherId } from './other'
import { setTick } from './set-tick'

/**
 * Boxes, each a field of its own («name.chosen.<id>»), and a text for «other». Script unticks what cannot stand beside
 * an exclusive option, and ticks «other» when its text is written.
 */
export function ChoicesQuestion(props: InputProps<ChoicesOptions, ChoicesTyped>) {
  const { name, issues, options, typed, text, language } = props
  const group = useRef<HTMLDivElement>(null)
  const exclusive = new Set(options.options.flatMap(({ id, exclusive }) => (exclusive ? [id] : [])))
  const frame = {
    ...frameOf({ ...props, issues: issues.filter(({ path }) => path[0] !== otherId) }),
    help: helpWithLimit(props),
  }
  const wrong = Boolean(frame.errors?.length)

  const untickRivalsOf = (ticked: HTMLInputElement) => {
    const isAlone = exclusive.has(ticked.value)
    for (const box of boxesIn(group.current)) {
      if (box !== ticked && (isAlone || exclusive.has(box.value))) setTick(box, false)
    }
  }
  const tickOther = ({ target }: FormEvent<HTMLInputElement>) => {
    const box = boxesIn(group.current).find(({ value }) => value === otherId)
    if (!box || !(target instanceof HTMLInputElement) || target.value.trim() === '') return
    setTick(box, true)
    untickRivalsOf(box)
  }
  const items = [
    ...options.options.map(({ id, label, help }) => ({ id, label: text(label), help: help && text(help) })),
    ...(options.other ? [{ id: otherId, label: text(options.other.label), help: undefined }] : []),
  ]

  return (
    <FieldGroup {...frame} id={name}>
      <div className="choices" ref={group}>
        {items.map(({ id, label, help }, place) => (
          <Marked
            key={id}
            kind="checkbox"
            // An error's link leads to the first box.
            id={place === 0 ? name : `${name}.chosen.${id}`}
            option={{ value: id, label, ...(help && { help }) }}
            size="medium"
            wrong={wrong}
          >
            {(boxId, describedBy) => (
              <Box
                id={boxId}
                name={`${name}.chosen.${id}`}
                value={id}
                defaultChecked={typed?.chosen.includes(id) ?? false}
                onChange={({ target }) => target.checked && untickRivalsOf(target)}
                describedBy={describedBy}
              />
            )}
          </Marked>
        ))}
        {options.other && (
          <div className="follow-up">
            <TextInput
              name={`${name}.${otherId}`}
              label={messages[language].otherText(text(options.other.label))}
              errors={messagesAt(issues, otherId)}
              defaultValue={typed?.other}
              onInput={tickOther}
            />
          </div>
        )}
      </div>
    </FieldGroup>
  )
}

/** The help, and how many may be chosen. */
function helpWithLimit({ help, options: { atMost }, language }: InputProps<ChoicesOptions, ChoicesTyped>) {
  const limit = atMost === undefined ? undefined : messages[language].mayChoose(atMost)
  return [help, limit].filter((part) => part !== undefined).join(' ') || undefined
}

const boxesIn = (group: HTMLElement | null) =>
  [...(group?.querySelectorAll('input') ?? [])].filter(({ type }) => type === 'checkbox')
