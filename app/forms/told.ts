import type { CompiledForm } from './compiled-form'
import { programsIn } from './computed-cells'
import type { Read } from './expression'
import { type AnswerSource, type Scope, scopeOfRow } from './scope'
import type { Surroundings } from './surroundings'

/**
 * The questions of a page that can be shown to somebody who may see nothing else of the case: those that are asked for,
 * and what is computed on the page from them alone. A table with cells computed from answers elsewhere would tell those, as would a
 * choice among the rows of a table elsewhere, so both are left out.
 */
export function toldOf(form: CompiledForm, pageId: string, asked: readonly string[]): ReadonlySet<string> {
  const { questions } = form.compiled
  const onPage = form.pages.find(({ id }) => id === pageId)?.questions ?? []
  const told = new Set<string>()
  for (const { id } of onPage) {
    const { value, cells, tables = [] } = questions.get(id) ?? {}
    const inCells = cells ? programsIn(cells).flatMap(({ program }) => program.reads) : []
    const elsewhere = [...tables, ...inCells.map(({ question }) => question)]
    if (value === undefined && [id, ...elsewhere].every((each) => asked.includes(each))) told.add(id)
  }
  // What is computed may be computed from what is computed.
  for (let before = -1; before < told.size; ) {
    before = told.size
    for (const { id } of onPage) {
      const value = questions.get(id)?.value
      if (value && value.reads.length > 0 && isTold(told, value.reads)) told.add(id)
    }
  }
  return told
}

/** The surroundings without last year's answers to anything else. */
export function toldSurroundings(surroundings: Surroundings, told: ReadonlySet<string>): Surroundings {
  const { previous, ...others } = surroundings
  if (!previous) return surroundings
  const answers = Object.fromEntries(Object.entries(previous.answers).filter(([id]) => told.has(id)))
  return { ...others, previous: { ...previous, answers } }
}

/** What texts see: the answers that may be told, and nothing of the others. */
export class Telling {
  readonly #told: ReadonlySet<string>
  readonly #scope: Scope

  constructor(form: CompiledForm, surroundings: Surroundings, told: ReadonlySet<string>, answers: AnswerSource) {
    const { vocabulary } = form.compiled
    this.#told = told
    this.#scope = vocabulary.scope(toldSurroundings(surroundings, told), {
      cel: (id) => (told.has(id) ? answers.cel(id) : vocabulary.answers.get(id)?.toField(undefined)),
      value: (id) => (told.has(id) ? answers.value(id) : undefined),
    })
  }

  /** In place of a scope: for the same row, if it is for one. */
  scopeIn({ row, outer }: Scope): Scope {
    return row === undefined ? this.#scope : scopeOfRow(this.#scope, row, outer)
  }

  tells(reads: readonly Read[]): boolean {
    return isTold(this.#told, reads)
  }
}

const isTold = (told: ReadonlySet<string>, reads: readonly Read[]): boolean =>
  reads.every(({ question }) => told.has(question))
