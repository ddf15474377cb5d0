import type { Draft } from '~/forms/draft'
import type { Conflict } from '~/forms/judgement'
import type { Posted } from '~/forms/kind-port'
import { live } from '~/forms/live'
import { mergePage } from '~/forms/merge'
import { readPage } from '~/forms/read-page'
import type { Language } from '~/forms/text'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { type AnswersForSave, loadForSave, replaceWaiting, storeConflicts, writeDraft } from './answers.store.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'
import { readAt, writeAt } from './value-path'

export interface SavePage {
  readonly caseId: string
  readonly pageId: string
  /** Question id → what was posted. */
  readonly posted: Readonly<Record<string, Posted>>
  /** The revision that the page started from. */
  readonly revision: number
  readonly userId: string
  readonly now: Date
  readonly language: Language
}

export interface Saved {
  readonly revision: number
  readonly conflicts: readonly Conflict[]
  /** What the page shows now: question id → visible, and the computed values as texts. */
  readonly visible: Readonly<Record<string, boolean>>
  readonly computed: Readonly<Record<string, string>>
}

const attempts = 12

/**
 * Saves what was typed on a page, whatever it is: right or wrong, nothing is refused but a closed case. Merges with what
 * others have saved since the page was opened; what two have changed differently waits as a conflict.
 *
 * @throws PortalError notFound, locked (a signature is asked for), closed, unavailable
 */
export async function savePage(input: SavePage): Promise<Saved> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await loadForSave(input.caseId, input.revision, input.userId)
    if (!stored) throw new PortalError('notFound')
    assertOpen(stored)
    const form = await loadForm(stored.formVersionId)
    const posted = withoutWaiting(readPage(form, input.pageId, input.posted, stored.surroundings), stored)
    const merged = mergePage(form, stored.base, stored.draft, posted.draft)
    const revision = await write(input, stored, merged)
    if (revision === null) continue
    for (const each of posted.replaced) await replaceWaiting(each.id, each.mine, input.now)
    const context = formContext(input.language, stored.recipientCode)
    return {
      revision,
      conflicts: merged.conflicts,
      ...live(form, merged.draft, stored.surroundings, context, input.pageId),
    }
  }
  throw new PortalError('unavailable')
}

function assertOpen(stored: AnswersForSave): void {
  if (stored.state === 'awaitingSignature') throw new PortalError('locked')
  if (stored.state !== 'started') throw new PortalError('closed')
}

async function write(
  input: SavePage,
  stored: AnswersForSave,
  merged: ReturnType<typeof mergePage>,
): Promise<number | null> {
  if (merged.changes.length === 0 && merged.conflicts.length === 0) return stored.revision
  const row = {
    caseId: input.caseId,
    from: stored.revision,
    draft: merged.draft,
    changes: merged.changes,
    page: input.pageId,
    userId: input.userId,
    now: input.now,
  }
  if (merged.conflicts.length === 0) return writeDraft(row)
  return transaction(async (tx) => {
    const revision = merged.changes.length === 0 ? stored.revision : await writeDraft(row, tx)
    if (revision !== null)
      await storeConflicts(tx, {
        caseId: input.caseId,
        page: input.pageId,
        userId: input.userId,
        now: input.now,
        conflicts: merged.conflicts,
      })
    return revision
  })
}

/**
 * A question in which this officer's value waits for a choice is left as it is in the draft; what is typed there now
 * becomes the waiting value.
 */
function withoutWaiting(draft: Draft, stored: AnswersForSave) {
  const replaced: { id: string; mine: Draft[string] }[] = []
  const result = new Map(Object.entries(draft))
  for (const { id, key, path } of stored.waiting) {
    const typed = result.get(key)
    if (typed === undefined) continue
    replaced.push({ id, mine: readAt(typed, path) })
    const standing = readAt(stored.draft[key] ?? null, path)
    result.set(key, writeAt(typed, path, standing))
  }
  return { draft: Object.fromEntries(result), replaced }
}
