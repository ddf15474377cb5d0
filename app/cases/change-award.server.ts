import type { AnswerChangeEntry, Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { prefill } from '~/forms/prefill'
import type { Surroundings } from '~/forms/surroundings'
import type { Tx } from '~/platform/db.server'
import { type OpenCase, openCases, writeSurroundings } from './award.store.server'
import { tellAwardChanged } from './award-notice.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'
import { recordChange } from './history.store.server'

/** A case and the award that it shall show. */
export interface AwardChange {
  readonly caseId: string
  readonly award: Surroundings['award']
}

/**
 * Gives cases that are open for answers another award than the one they were opened with: what is filled in from it
 * follows, unless an officer has typed something else there. Stands in the case's history when a person did it. The
 * revision goes up, so that what is about to be frozen with the old award is refused. Cases that are not open for
 * answers are left alone: hold them before, and look. Whoever worked last in a case is told of another amount by mail.
 *
 * @param by.userId null for the operator, who is no user; then only the locked values follow
 */
export async function changeAwards(
  tx: Tx,
  changes: readonly AwardChange[],
  by: { readonly userId: string | null; readonly now: Date },
): Promise<void> {
  const awards = new Map(changes.map(({ caseId, award }) => [caseId, award]))
  for (const open of await openCases(tx, [...awards.keys()])) {
    const award = awards.get(open.id)
    if (!award) continue
    const surroundings = { ...open.surroundings, award }
    const entries = by.userId === null ? [] : await followers(open, surroundings)
    await writeSurroundings(tx, open.id, { surroundings, draft: withEntries(open.draft, entries) })
    await tellAwardChanged(tx, open, surroundings)
    if (by.userId === null || entries.length === 0) continue
    const { userId, now: at } = by
    await recordChange(tx, { caseId: open.id, revision: open.revision + 1, userId, at, page: null, changes: entries })
  }
}

/** The answers that stand as the old award had filled them in, and what the new one fills in. */
async function followers(open: OpenCase, surroundings: Surroundings): Promise<AnswerChangeEntry[]> {
  const form = await loadForm(open.formVersionId)
  const context = formContext('sv', open.recipientCode)
  const [was, is] = [prefill(form, open.surroundings, context), prefill(form, surroundings, context)]
  return [...form.questions.values()].flatMap(({ id, locked }) => {
    const before: Json = was[id] ?? null
    const after: Json = is[id] ?? null
    const stands = open.draft[id] ?? null
    return !same(before, after) && (locked || same(stands, before)) ? [{ key: id, before: stands, after }] : []
  })
}

const same = (one: Json, other: Json) => JSON.stringify(one) === JSON.stringify(other)

function withEntries(draft: Draft, entries: readonly AnswerChangeEntry[]): Draft {
  const answers = new Map(Object.entries(draft))
  for (const { key, after } of entries) {
    if (after === null) answers.delete(key)
    else answers.set(key, after)
  }
  return Object.fromEntries(answers)
}
