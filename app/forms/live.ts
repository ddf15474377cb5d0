import type { CompiledForm } from './compiled-form'
import { computedFields } from './computed-cells'
import type { Draft } from './draft'
import { inOneLine } from './in-one-line'
import type { FormContext } from './kind-port'
import { conditionalOptions } from './offered-options'
import type { Surroundings } from './surroundings'
import { missingValue } from './template'
import { withReading } from './with-reading'

/** What a page shows right after something was typed on it. */
export interface Live {
  /** Question id → whether it is asked; every question of the page. */
  readonly visible: Readonly<Record<string, boolean>>
  /** Question id → the names of its rows and columns that are not there; only of questions that have such. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
  /** Question id → the computed value as it is shown, «–» where there is none; every computed question of the page.
   * Of a computed cell the name of its field («areas.r1.cost») → as it is written there, empty where there is none. */
  readonly computed: Readonly<Record<string, string>>
  /** Question id → options that are not offered now; only of questions that have such. */
  readonly notOffered: Readonly<Record<string, readonly string[]>>
}

/** Cheap enough for every keystroke: reads only the answers that show or compute something on this page. */
export function live(
  form: CompiledForm,
  draft: Draft,
  surroundings: Surroundings,
  context: FormContext,
  pageId: string,
): Live {
  const page = form.pages.find(({ id }) => id === pageId)
  if (!page) throw new RangeError(`The form «${form.definition.id}» has no page «${pageId}».`)
  return withReading(form, draft, surroundings, context, (reading) => {
    const visible: Record<string, boolean> = {}
    const hidden: Record<string, readonly string[]> = {}
    const computed: Record<string, string> = {}
    const notOffered: Record<string, readonly string[]> = {}
    for (const question of page.questions) {
      visible[question.id] = reading.isVisible(question.id)
      const { parts, cells: ofRows } = reading.compiled(question.id)
      if (parts.size > 0 || ofRows) {
        hidden[question.id] = [...reading.hiddenParts(question.id), ...reading.hiddenCells(question.id)]
      }
      if (conditionalOptions(question.options).length > 0) notOffered[question.id] = reading.notOffered(question.id)
      const { cells } = reading.compiled(question.id)
      if (cells)
        Object.assign(
          computed,
          Object.fromEntries(computedFields(cells, reading.answer(question.id).typed, question.id)),
        )
      if (question.value === undefined) continue
      const { value } = reading.answer(question.id)
      const shown = value !== undefined && form.kind(question.id).display(question, value, reading.context)
      computed[question.id] = (shown && inOneLine(shown)) || missingValue
    }
    return { visible, hidden, computed, notOffered }
  })
}
