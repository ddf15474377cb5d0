import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type CompiledForm, parseForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import type { Posted } from '~/forms/kind-port'
import { kindOf } from '~/kinds/registry.server'
import { projectRoot } from '~/platform/root.server'

/** What an officer types on one page: field names and texts, in the form's order. */
export interface TypedPage {
  readonly id: string
  readonly title: string
  readonly fields: readonly (readonly [name: string, text: string])[]
}

export interface WorkedCase {
  readonly pages: readonly TypedPage[]
  /** Check id → the officer's words on a warning. */
  readonly explanations: Readonly<Record<string, string>>
}

const file = z.object({ form: z.string(), answers: z.record(z.string(), z.json()) })

/** A worked case of a programme as it is typed, page by page. `form` and `worked` are files in the programme's folder. */
export function workedCase(programme: string, form: string, worked: string): WorkedCase {
  const { compiled, answers } = read(programme, form, worked)
  return {
    pages: compiled.definition.pages.map(({ id, title, questions }) => ({
      id,
      title: title.sv,
      fields: questions.flatMap((question) => typed(compiled, question.id, answers[question.id])),
    })),
    explanations: Object.fromEntries(
      Object.entries(answers).flatMap(([key, words]) =>
        key.startsWith('explain:') && typeof words === 'string' ? [[key.slice('explain:'.length), words]] : [],
      ),
    ),
  }
}

/** The same as it is stored when all of it has been typed: question id → what was typed. */
export function workedDraft(programme: string, form: string, worked: string): Draft {
  const { compiled, answers } = read(programme, form, worked)
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const question = compiled.questions.get(id)
      const value = question ? kindOf(question.kind)?.read(answer, question) : answer
      return value === undefined ? [] : [[id, value]]
    }),
  )
}

function read(programme: string, form: string, worked: string) {
  const folder = join(projectRoot(), 'app/programmes', programme)
  const { answers } = file.parse(JSON.parse(readFileSync(join(folder, 'cases', worked), 'utf8')))
  return { compiled: parseForm(readFileSync(join(folder, form), 'utf8'), kindOf), answers }
}

function typed(form: CompiledForm, id: string, answer: Posted): [string, string][] {
  const question = form.questions.get(id)
  const kind = question && kindOf(question.kind)
  if (!question || !kind || answer === undefined || question.value !== undefined) return []
  const value = kind.read(answer, question)
  if (value === undefined) return []
  return kind.fields(question, value).map(([name, text]) => [name === '' ? id : `${id}.${name}`, text])
}
