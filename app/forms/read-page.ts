import type { CompiledForm } from './compiled-form'
import { askedKey, type Draft, explainKey } from './draft'
import type { Json } from './json'
import type { Posted } from './kind-port'
import { prefilledIn } from './prefilled'
import type { Surroundings } from './surroundings'
import { scopeOf } from './texts'

/**
 * What was typed on a page, as typed: question id → the kind's Typed, null where a question was shown and nothing is
 * typed in it. Explanations of warnings that link to the page are there under `explain:…`.
 *
 * A question was shown when its own key is posted, or `asked:<id>` (see `askedKey`); others are left out, since a
 * hidden answer is kept. What is computed or locked is left out whatever was posted.
 */
export function readPage(
  form: CompiledForm,
  pageId: string,
  posted: Readonly<Record<string, Posted>>,
  surroundings: Surroundings,
): Draft {
  const page = form.pages.find(({ id }) => id === pageId)
  if (!page) throw new RangeError(`The form «${form.definition.id}» has no page «${pageId}».`)
  const scope = scopeOf(form, { surroundings })
  const draft: Record<string, Json> = {}
  for (const question of page.questions) {
    const { id } = question
    const isShown = Object.hasOwn(posted, id) || Object.hasOwn(posted, askedKey(id))
    const isLocked = question.locked && prefilledIn(form, id, scope) !== undefined
    if (!isShown || isLocked || question.value !== undefined) continue
    const own = Object.hasOwn(posted, id) ? posted[id] : undefined
    draft[id] = form.kind(id).read(own, question) ?? null
  }
  for (const { check, at } of form.compiled.checks) {
    const key = explainKey(check.id)
    if (!Object.hasOwn(posted, key) || form.pageOf(at[0].question).id !== pageId) continue
    const words = posted[key]
    draft[key] = typeof words === 'string' && words.trim() !== '' ? words : null
  }
  return draft
}

/**
 * A draft from an answers file: every question's typed text or canonical value by id, and `explain:…`. What the file
 * lacks is not answered. Locked questions are read as well, since a file has no page to be locked on.
 *
 * @returns the draft, and the keys of the file that are no question to be answered
 */
export function readAnswers(
  form: CompiledForm,
  answers: Readonly<Record<string, Posted>>,
): { readonly draft: Draft; readonly unknown: readonly string[] } {
  const draft: Record<string, Json> = {}
  const unknown: string[] = []
  const explanations = new Set(form.checks.map(({ id }) => explainKey(id)))
  for (const [key, posted] of Object.entries(answers)) {
    const question = form.questions.get(key)
    if (question && question.value === undefined) {
      const typed = form.kind(key).read(posted, question)
      if (typed !== undefined) draft[key] = typed
    } else if (explanations.has(key) && typeof posted === 'string') draft[key] = posted
    else unknown.push(key)
  }
  return { draft, unknown }
}
