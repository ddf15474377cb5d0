import { z } from 'zod'
import type { Question } from '~/forms/definition'
import { localText } from '~/forms/definition'
import type { Column, Context, FieldKind, Posted } from '../contract'
import { isAlwaysOffered, refusalOf } from '../offered'
import { onePlace } from '../places'
import { isList, isObject, partOf, textOf } from '../posted'
import { readText } from '../printable'
import { accepted, codecOf, type Reading, type Refusal, readValue } from '../reading'
import { type SheetColumn, type SheetShape, truthChoices } from '../sheet'
import { offered, uniqueIds } from '../unique'
import { messages } from './messages'
import { otherId, otherLength } from './other'

const options = z
  .strictObject({
    options: uniqueIds(offered.extend({ exclusive: z.boolean().default(false) })),
    other: z.strictObject({ label: localText }).optional(),
    atLeast: z.int().min(1).default(1),
    atMost: z.int().min(1).optional(),
  })
  .refine(({ atLeast, atMost }) => atMost === undefined || atMost >= atLeast, {
    message: 'atMost is less than atLeast: nothing could be chosen.',
    path: ['atMost'],
  })
  .refine(({ options, other }) => !other || options.every(({ id }) => id !== otherId), {
    message: `The id «${otherId}» is taken by the option «other».`,
  })
export type ChoicesOptions = z.output<typeof options>

/** `chosen` holds «other» too when it is ticked. */
export type ChoicesTyped = { readonly chosen: readonly string[]; readonly other?: string }
/** In the order of the options; «other» is its text. */
export type ChoicesValue = { readonly chosen: readonly string[]; readonly other?: string }

const typedSchema: z.ZodType<ChoicesTyped, ChoicesTyped> = z.object({
  chosen: z.array(z.string()).readonly(),
  other: z.string().exactOptional(),
})

/** Ticks come as one field each («name.chosen.<id>»), in an answers file as a list of ids. */
function chosenOf(list: Posted): string[] {
  if (isObject(list)) return Object.keys(list).filter((id) => textOf(list[id]) !== undefined)
  const texts = isList(list) ? list.map(textOf) : [textOf(list)]
  return texts.filter((text) => text !== undefined)
}

/** A list of ids with a text for «other», but without «other» itself, is a canonical value. */
function read(posted: Posted): ChoicesTyped | undefined {
  const list = isObject(posted) ? partOf(posted, 'chosen') : posted
  const other = isObject(posted) ? textOf(partOf(posted, otherId)) : undefined
  const ids = chosenOf(list)
  const chosen = [...new Set(other !== undefined && isList(list) ? [...ids, otherId] : ids)]
  if (chosen.length === 0 && other === undefined) return undefined
  return other === undefined ? { chosen } : { chosen, other }
}

function decode(typed: ChoicesTyped, question: Question<ChoicesOptions>, context: Context): Reading<ChoicesValue> {
  const { options } = question
  const { language, text } = context
  const says = messages[language]
  const problems: Refusal[] = []
  const problem = (message: string, missing: boolean, ...path: string[]) => problems.push({ message, path, missing })
  const known = new Set(options.options.map(({ id }) => id))
  const ticked = options.other !== undefined && typed.chosen.includes(otherId)
  const chosen = options.options.filter(({ id }) => typed.chosen.includes(id))

  for (const id of typed.chosen) {
    if (!known.has(id) && !(id === otherId && options.other)) problem(says.unknown(id), false)
  }
  for (const option of chosen) {
    const refusal = refusalOf(option, question, context)
    if (refusal !== undefined) problem(refusal, false)
  }
  let other: string | undefined
  if (options.other) {
    const label = text(options.other.label)
    if (ticked && typed.other === undefined) problem(says.otherMissing(label), true, otherId)
    if (!ticked && typed.other !== undefined) problem(says.otherNotChosen(label), false, otherId)
    if (ticked && typed.other !== undefined) {
      const reading = readText(typed.other, { multiline: false, maxLength: otherLength }, language, otherId)
      other = readValue(reading)
      if ('refusals' in reading) problems.push(...reading.refusals)
    }
  }
  const count = chosen.length + (ticked ? 1 : 0)
  const alone = chosen.find(({ exclusive }) => exclusive)
  if (alone && count > 1) problem(says.exclusive(text(alone.label)), false)
  else if (!alone && count > 0 && count < options.atLeast) problem(says.tooFew(options.atLeast), true)
  else if (options.atMost !== undefined && count > options.atMost) problem(says.tooMany(options.atMost, count), false)
  else if (count === 0 && problems.length === 0) problem(says.missing, true)

  if (problems.length > 0) return { refusals: problems }
  const ids = chosen.map(({ id }) => id)
  return accepted(other === undefined ? { chosen: ids } : { chosen: ids, other })
}

/** The chosen options' labels in order, then «other» with its text; what is not an option as it stands. */
function lines({ chosen, other }: ChoicesTyped, options: ChoicesOptions, { text }: Context): string[] {
  const known = options.options.filter(({ id }) => chosen.includes(id)).map(({ label }) => text(label))
  const unknown = chosen.filter((id) => id !== otherId && options.options.every((option) => option.id !== id))
  const label = options.other && text(options.other.label)
  const wantsOther = chosen.includes(otherId) || other !== undefined
  const last = wantsOther ? [[label, other].filter((part) => part !== undefined).join(': ')] : []
  return [...known, ...unknown, ...last]
}

/** A column for each option, and for what «other» is. */
function sheet({ label, options }: Question<ChoicesOptions>, { language, text }: Context): SheetShape {
  const says = messages[language]
  const [yes, no] = truthChoices(says.yes, says.no)
  const tick = (id: string, option: string): SheetColumn => ({
    path: ['chosen', id],
    level: 0,
    label: `${text(label)}: ${option}`,
    type: 'choice',
    choices:
      yes && no
        ? [
            { ...yes, value: id },
            { ...no, value: '' },
          ]
        : [],
  })
  const ticks = options.options.map((option) => tick(option.id, text(option.label)))
  if (!options.other) return { levels: [], columns: ticks }
  const other = text(options.other.label)
  const words: SheetColumn = {
    path: [otherId],
    level: 0,
    label: `${text(label)}: ${says.otherText(other)}`,
    type: 'text',
  }
  return { levels: [], columns: [...ticks, tick(otherId, other), words] }
}

/** Any number of options, and «other» in words. */
export const choices: FieldKind<ChoicesOptions, ChoicesTyped, ChoicesValue> = {
  name: 'choices',
  options,
  type: ({ options }) => ({
    type: 'object',
    fields: {
      chosen: { type: 'list', of: { type: 'string', oneOf: options.map(({ id }) => id) } },
      other: { type: 'string' },
    },
  }),
  read: (posted) => read(posted),
  schema: (question, context) =>
    codecOf<ChoicesTyped, ChoicesValue>(typedSchema, typedSchema, {
      decode: (typed) => decode(typed, question, context),
      encode: (value) => (value.other === undefined ? value : { ...value, chosen: [...value.chosen, otherId] }),
    }),
  partial: ({ options }, typed) => ({
    chosen: options.options.map(({ id }) => id).filter((id) => typed.chosen.includes(id)),
  }),
  missing: (_question, { language }) => messages[language].missing,
  merge: 'question',
  ...onePlace,
  display: ({ options }, value, context) => ({ type: 'lines', lines: lines(value, options, context) }),
  displayTyped: ({ options }, typed, context) => ({ type: 'lines', lines: lines(typed, options, context) }),
  suggestions: () => [],
  blank: ({ options }, { text, language }) => ({
    type: 'boxes',
    options: options.options.filter(({ retired }) => retired !== true).map(({ label }) => text(label)),
    several: true,
    ...(options.atMost !== undefined && { note: messages[language].mayChoose(options.atMost) }),
    ...(options.other && { other: text(options.other.label) }),
  }),
  sheet,
  columns({ options }, { text }) {
    const columns: Column<ChoicesValue>[] = options.options.map(({ id, label }) => ({
      id,
      label: text(label),
      type: 'boolean',
      of: ({ chosen }) => chosen.includes(id),
    }))
    if (!options.other) return columns
    return [
      ...columns,
      { id: otherId, label: text(options.other.label), type: 'text', of: ({ other }) => other ?? null },
    ]
  },
  example({ options }) {
    const always = options.options.filter(isAlwaysOffered)
    const several = always.filter(({ exclusive }) => !exclusive)
    const { atLeast, atMost = Number.POSITIVE_INFINITY } = options
    const chosen = (several.length >= atLeast ? several : always)
      .slice(0, Math.min(Math.max(atLeast, 2), atMost))
      .map(({ id }) => id)
    return options.other && several.length > 0 && chosen.length < atMost ? { chosen, other: 'Kyrkan' } : { chosen }
  },
  fields: (_question, { chosen, other }) => [
    ...chosen.map((id): [string, string] => [`chosen.${id}`, id]),
    ...(other === undefined ? [] : [[otherId, other] as const]),
  ],
}
