import { type CompiledForm, compileForm, FormProblems, type Problem } from '../compile'
import type { FormSource } from '../definition'
import type { FormContext } from '../kind-port'
import type { Surroundings } from '../surroundings'
import { kinds } from './kinds'

type PageSource = FormSource['pages'][number]
export type QuestionSource = NonNullable<PageSource['questions']>[number]

export const both = (text: string) => ({ sv: text, en: text })

/** A question of a test: id, kind, and what else it needs. */
export const ask = (id: string, kind: string, more: Partial<QuestionSource> = {}): QuestionSource => ({
  id,
  kind,
  label: both(`Label of ${id}`),
  ...more,
})

/** A small definition; the questions stand on one page called «page». */
export const definitionOf = (questions: QuestionSource[], more: Partial<FormSource> = {}): FormSource => ({
  id: 'test-form',
  programme: 'test',
  kind: 'return',
  reviewer: 'county',
  title: both('Test'),
  shortTitle: both('Test'),
  affirmation: both('I sign.'),
  pages: [{ id: 'page', title: both('Page'), questions }],
  ...more,
})

export const formOf = (questions: QuestionSource[], more: Partial<FormSource> = {}): CompiledForm =>
  compileForm(definitionOf(questions, more), kinds)

/** What is wrong with a definition; empty when it can be published. */
export function problemsOf(definition: unknown): readonly Problem[] {
  try {
    compileForm(definition, kinds)
    return []
  } catch (error) {
    if (error instanceof FormProblems) return error.problems
    throw error
  }
}

export const context: FormContext = {
  language: 'en',
  register: { all: [], find: () => undefined, nearest: () => undefined },
}

export const surroundings: Surroundings = {
  round: { year: 2020, deadline: '2021-01-15T22:59:59Z' },
  agency: { name: 'Länsstyrelsen Stockholm', contact: {} },
  recipient: { name: 'Botkyrka kommun', shortName: 'Botkyrka', orgNumber: '212000-2882', contact: { town: 'Tumba' } },
  award: { kronor: 1127386, posts: 280 },
  rates: { unitAmount: 402638 },
}
