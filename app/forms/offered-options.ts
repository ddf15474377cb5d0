import { z } from 'zod'
import type { Program } from './expression'
import { isList, isObject, type Json, member } from './json'

/** An option that is not always offered. Conditions as they are written. */
export interface ConditionalOption {
  readonly id: string
  /** Offered only when true. */
  readonly visible?: string | undefined
  /** Not offered any more: always, or when true. Who chose it last year may keep it. */
  readonly retired?: boolean | string | undefined
}

const conditional = z.object({
  id: z.string(),
  visible: z.string().optional(),
  retired: z.union([z.boolean(), z.string()]).optional(),
})

/** The options that have a condition, of a question or of a column in it. */
export function conditionalOptions(options: unknown): readonly ConditionalOption[] {
  if (Array.isArray(options)) return options.flatMap(conditionalOptions)
  if (typeof options !== 'object' || options === null) return []
  return Object.entries(options).flatMap(([key, part]) => {
    const list = key === 'options' && Array.isArray(part) ? z.array(conditional).safeParse(part).data : undefined
    if (!list) return conditionalOptions(part)
    return list.filter(({ visible, retired }) => visible !== undefined || (retired !== undefined && retired !== false))
  })
}

/** The conditions of a question's options, source by source. */
export const conditionsOf = (option: ConditionalOption): readonly string[] =>
  [option.visible, option.retired].filter((each) => typeof each === 'string')

/**
 * Whether an option can be chosen now. A retired one can only be kept.
 *
 * @param previous all answers of last year
 * @param holds undefined where a condition has no value
 */
export function isOffered(
  question: string,
  option: ConditionalOption,
  previous: Json | undefined,
  holds: (condition: string) => boolean | undefined,
): boolean {
  if (option.visible !== undefined && holds(option.visible) !== true) return false
  const isRetired = typeof option.retired === 'string' ? holds(option.retired) === true : option.retired === true
  return !isRetired || wasChosen(previous, question, option.id)
}

/** Whether the answer to a question, or to a column of that name, holds an option. */
function wasChosen(answers: Json | undefined, question: string, option: string): boolean {
  if (isList(answers)) return answers.some((each) => wasChosen(each, question, option))
  if (!isObject(answers)) return false
  return Object.entries(answers).some(([key, answer]) =>
    key === question ? holdsOption(answer, option) : wasChosen(answer, question, option),
  )
}

/** Whether something typed, or an answer, holds an option: alone, in a list, or among those chosen. */
export function holdsOption(answer: Json | undefined, option: string): boolean {
  if (isList(answer)) return answer.some((each) => holdsOption(each, option))
  return answer === option || (isObject(answer) && holdsOption(member(answer, 'chosen'), option))
}

/** Conditions of options, compiled, by their source. */
export type OptionConditions = ReadonlyMap<string, Program>
