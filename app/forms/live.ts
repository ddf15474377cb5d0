import type { CompiledForm } from './compiled-form'
import type { Display } from './display'
import type { Draft } from './draft'
import type { FormContext } from './kind-port'
import { withReading } from './reading'
import type { Surroundings } from './surroundings'
import { missingValue } from './template'

/** What a page shows right after something was typed on it. */
export interface Live {
  /** Question id → whether it is asked; every question of the page. */
  readonly visible: Readonly<Record<string, boolean>>
  /** Question id → the computed value as it is shown, «–» where there is none; every computed question of the page. */
  readonly computed: Readonly<Record<string, string>>
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
    const computed: Record<string, string> = {}
    for (const question of page.questions) {
      visible[question.id] = reading.isVisible(question.id)
      if (question.value === undefined) continue
      const { value } = reading.answer(question.id)
      computed[question.id] =
        value === undefined ? missingValue : inOneLine(form.kind(question.id).display(question, value, reading.context))
    }
    return { visible, computed }
  })
}

function inOneLine(display: Display): string {
  switch (display.type) {
    case 'empty':
      return missingValue
    case 'text':
      return display.text
    case 'lines':
      return display.lines.join(', ')
    case 'table':
      return display.rows.map(({ label, cells }) => [label, ...cells].join(' ')).join(', ')
    case 'file':
      return display.files.map(({ name }) => name).join(', ')
  }
}
