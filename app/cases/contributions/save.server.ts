import type { Draft } from '~/forms/draft'
import type { Posted } from '~/forms/kind-port'
import { type Live, live } from '~/forms/live'
import { mergePage } from '~/forms/merge'
import { readPage } from '~/forms/read-page'
import type { Language } from '~/forms/text'
import { toldOf } from '~/forms/told'
import { transaction } from '~/platform/db.server'
import { loadCase } from '../case.store.server'
import { formContext } from '../context.server'
import { loadForm } from '../form-versions.store.server'
import { writeAt } from '../value-path'
import { answersTo, withAnswers } from './askable'
import { changeContribution, lockContribution } from './contribution.store.server'
import { assertFillable } from './status'

export interface SaveContribution {
  readonly contributionId: string
  /** Question id → what was posted. */
  readonly posted: Readonly<Record<string, Posted>>
  /** The same fields as the page was given them, where it can tell: what is the same in both has not been typed there. */
  readonly known?: Readonly<Record<string, Posted>>
  readonly now: Date
  readonly language: Language
}

/** What the page shows now, and nothing of what else depends on it. */
export interface SavedContribution extends Live {
  readonly revision: number
}

/**
 * Saves what was typed, right or wrong. Of two windows with the same link each brings what was typed in it; in the same
 * place the later stands. What is posted beside the questions that were asked for is not looked at.
 *
 * @throws PortalError notFound, closed
 */
export async function saveContribution(input: SaveContribution): Promise<SavedContribution> {
  return transaction(async (tx) => {
    const contribution = await lockContribution(tx, input.contributionId)
    const stored = await loadCase(contribution.caseId, tx)
    assertFillable(contribution, stored.state, input.now)
    const form = await loadForm(stored.formVersionId)
    const { page, questions, draft } = contribution
    const told = toldOf(form, page, questions)
    const read = (fields: SaveContribution['posted']): Draft =>
      answersTo(readPage(form, page, fields, stored.surroundings), questions)
    const base = input.known ? { ...draft, ...read(input.known) } : draft
    const merged = mergePage(form, base, draft, read(input.posted))
    const typed = merged.conflicts.reduce<Draft>((result, { key, path, mine }) => {
      const { [key]: old = null, ...others } = result
      const value = writeAt(old, path, mine)
      return value === null ? others : { ...others, [key]: value }
    }, merged.draft)
    const isChanged = merged.changes.length + merged.conflicts.length > 0
    const revision = isChanged ? contribution.revision + 1 : contribution.revision
    if (isChanged) await changeContribution(tx, contribution.id, { draft: typed, revision, savedAt: input.now })
    const context = { ...formContext(input.language, stored.recipientCode), told }
    const shown = live(form, withAnswers(stored.draft, questions, typed), stored.surroundings, context, page)
    return { revision, ...onlyOf(shown, told) }
  })
}

function onlyOf({ visible, hidden, computed, notOffered }: Live, told: ReadonlySet<string>): Live {
  // A computed cell goes by the name of its field.
  const pick = <Value>(of: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(of).filter(([name]) => told.has(name.split('.')[0] ?? '')))
  return { visible: pick(visible), hidden: pick(hidden), computed: pick(computed), notOffered: pick(notOffered) }
}
