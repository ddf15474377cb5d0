import type { Draft } from '~/forms/draft'
import { sameJson } from '~/forms/json'
import type { Conflict } from '~/forms/judgement'
import type { Posted } from '~/forms/kind-port'
import { live } from '~/forms/live'
import { mergePage } from '~/forms/merge'
import { readPage } from '~/forms/read-page'
import type { Language } from '~/forms/text'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { type AnswersForSave, loadForSave, replaceWaiting, storeConflicts, writeDraft } from './answers.store.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'
import { lockCase } from './signature.store.server'
import { readAt, writeAt } from './value-path'

export interface SavePage {
  readonly caseId: string
  readonly pageId: string
  /** Question id → what was posted. */
  readonly posted: Readonly<Record<string, Posted>>
  /** The revision that the page started from. */
  readonly revision: number
  /**
   * The same fields as the page was given them, where it can tell. A page that stays open while others save shows old
   * answers: what differs from these has been typed there, the rest says nothing.
   */
  readonly known?: Readonly<Record<string, Posted>>
  readonly userId: string
  readonly now: Date
  readonly language: Language
}

export interface Saved {
  readonly revision: number
  /** Somebody else, or this person in another window, has saved since the revision that the page started from. */
  readonly overtaken: boolean
  readonly conflicts: readonly Conflict[]
  /** What the page shows now: question id → visible, and the computed values as texts. */
  readonly visible: Readonly<Record<string, boolean>>
  readonly hidden: Readonly<Record<string, readonly string[]>>
  readonly computed: Readonly<Record<string, string>>
  /** Question id → options that are not offered now. */
  readonly notOffered: Readonly<Record<string, readonly string[]>>
}

/** Tries without a lock first: two officers rarely save the same case in the same millisecond. */
const freeAttempts = 2

/**
 * Saves what was typed on a page, whatever it is: right or wrong, nothing is refused but a closed case. Merges with what
 * others have saved since the page was opened; what two have changed differently waits as a conflict.
 *
 * @throws PortalError notFound, locked (a signature is asked for), closed (submitted)
 */
export async function savePage(input: SavePage): Promise<Saved> {
  for (let attempt = 0; attempt < freeAttempts; attempt++) {
    const saved = await trySave(input)
    if (saved) return saved
  }
  return transaction(async (tx) => {
    await lockCase(tx, input.caseId)
    const saved = await trySave(input, tx)
    if (!saved) throw new PortalError('unavailable')
    return saved
  })
}

/** Undefined: somebody else saved between reading and writing. */
async function trySave(input: SavePage, tx?: Tx): Promise<Saved | undefined> {
  const stored = await loadForSave(input.caseId, input.revision, input.userId, tx)
  if (!stored) throw new PortalError('notFound')
  assertOpen(stored)
  const form = await loadForm(stored.formVersionId)
  if (!form.pages.some(({ id }) => id === input.pageId)) throw new PortalError('notFound')
  const read = (fields: SavePage['posted']) => readPage(form, input.pageId, fields, stored.surroundings)
  const base = input.known ? { ...stored.base, ...read(input.known) } : stored.base
  const posted = withoutWaiting(read(input.posted), base, stored)
  const merged = mergePage(form, base, stored.draft, posted.draft)
  const revision = await write(input, stored, merged, tx)
  if (revision === null) return undefined
  for (const each of posted.replaced) await replaceWaiting(each.id, each.mine, input.now)
  const context = formContext(input.language, stored.recipientCode)
  return {
    revision,
    overtaken: stored.revision > input.revision,
    conflicts: merged.conflicts,
    ...live(form, merged.draft, stored.surroundings, context, input.pageId),
  }
}

function assertOpen(stored: AnswersForSave): void {
  if (stored.state === 'awaitingSignature') throw new PortalError('locked')
  if (stored.state !== 'started') throw new PortalError('closed')
}

async function write(
  input: SavePage,
  stored: AnswersForSave,
  merged: ReturnType<typeof mergePage>,
  tx?: Tx,
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
  if (merged.conflicts.length === 0) return writeDraft(row, tx)
  const both = async (tx: Tx) => {
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
  }
  return tx ? both(tx) : transaction(both)
}

/**
 * A question in which this officer's value waits for a choice is left as it is in the draft; what is typed there now
 * becomes the waiting value.
 */
function withoutWaiting(draft: Draft, base: Draft, stored: AnswersForSave) {
  const replaced: { id: string; mine: Draft[string] }[] = []
  const result = new Map(Object.entries(draft))
  for (const { id, key, path } of stored.waiting) {
    const typed = result.get(key)
    if (typed === undefined) continue
    const mine = readAt(typed, path)
    // What was not typed now is what the page showed: the other's value, after it was loaded anew.
    if (!sameJson(mine, readAt(base[key] ?? null, path))) replaced.push({ id, mine })
    const standing = readAt(stored.draft[key] ?? null, path)
    result.set(key, writeAt(typed, path, standing))
  }
  return { draft: Object.fromEntries(result), replaced }
}
