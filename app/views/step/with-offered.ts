import { isList, isObject, type Json, member } from '~/forms/json'
import type { StepQuestion } from './step'

/** The question without the options that are not offered now. */
export function withOffered(question: StepQuestion, notOffered: readonly string[]): StepQuestion {
  const { options } = question
  if (notOffered.length === 0 || !isObject(options)) return question
  const list = member(options, 'options')
  const isShown = (option: Json) => !notOffered.some((id) => id === member(option, 'id'))
  return isList(list) ? { ...question, options: { ...options, options: list.filter(isShown) } } : question
}
