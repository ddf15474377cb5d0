import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { closeConflict, openConflicts, writeDraft } from './answers.store.server'
import { loadCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import { loadHistory } from './history.store.server'
import { readAt, writeAt } from './value-path'

interface Act {
  readonly caseId: string
  readonly userId: string
  readonly now: Date
}

/** Takes a file out of an answer; it stays in the case's history. @throws PortalError notFound, locked, closed */
export async function removeFile(input: Act & { readonly question: string; readonly sha256: string }): Promise<void> {
  await change(input, (draft) => {
    const files = draft[input.question]
    if (!Array.isArray(files)) return draft
    const left = files.filter((file: Json) => readAt(file, ['sha256']) !== input.sha256)
    return withAnswer(draft, input.question, left.length === 0 ? null : left)
  })
}

/** Puts an answer back to what it was before a change. @throws PortalError notFound, locked, closed */
export async function restoreAnswer(input: Act & { readonly revision: number; readonly key: string }): Promise<void> {
  const [entry] = (await loadHistory(input.caseId, 1, input.revision + 1))
    .filter(({ revision }) => revision === input.revision)
    .flatMap(({ entries }) => entries.filter(({ key }) => key === input.key))
  if (!entry) throw new PortalError('notFound')
  await change(input, (draft) => withAnswer(draft, input.key, entry.before))
}

/**
 * Ends a conflict by choosing the value that waits or the one that stands.
 *
 * @throws PortalError notFound, stale (somebody else has chosen), locked, closed
 */
export async function resolveConflict(
  input: Act & { readonly conflictId: string; readonly choice: 'waiting' | 'standing' },
): Promise<void> {
  const conflict = (await openConflicts(input.caseId)).find(({ id }) => id === input.conflictId)
  if (!conflict) throw new PortalError('stale')
  await change(
    input,
    (draft) =>
      input.choice === 'standing'
        ? draft
        : withAnswer(draft, conflict.key, writeAt(draft[conflict.key] ?? null, conflict.path, conflict.mine)),
    async (tx) => {
      if (!(await closeConflict(tx, conflict.id, input.now))) throw new PortalError('stale')
    },
  )
}

/** Explains warnings, or takes an explanation back (empty words). @throws PortalError notFound, locked, closed */
export async function explain(input: Act & { readonly words: Readonly<Record<string, string>> }): Promise<void> {
  await change(input, (draft) =>
    Object.entries(input.words).reduce<Draft>(
      (result, [check, words]) => withAnswer(result, `explain:${check}`, words.trim() === '' ? null : words),
      draft,
    ),
  )
}

function withAnswer(draft: Draft, key: string, value: Json): Draft {
  const { [key]: _, ...others } = draft
  return value === null ? others : { ...others, [key]: value }
}

const attempts = 12

async function change(act: Act, edit: (draft: Draft) => Draft, also?: (tx: Tx) => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await loadCase(act.caseId)
    if (stored.state === 'awaitingSignature') throw new PortalError('locked')
    if (stored.state !== 'started') throw new PortalError('closed')
    const form = await loadForm(stored.formVersionId)
    const draft = edit(stored.draft)
    const keys = new Set([...Object.keys(stored.draft), ...Object.keys(draft)])
    const changes = [...keys]
      .map((key) => ({ key, before: stored.draft[key] ?? null, after: draft[key] ?? null }))
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    const first = changes[0]?.key
    const page = first !== undefined && form.questions.has(first) ? form.pageOf(first).id : null
    const done = await transaction(async (tx) => {
      await also?.(tx)
      if (changes.length === 0) return true
      const write = {
        caseId: act.caseId,
        from: stored.revision,
        draft,
        changes,
        page,
        userId: act.userId,
        now: act.now,
      }
      return (await writeDraft(write, tx)) !== null || abort()
    }).catch((error: unknown) => {
      if (error instanceof Moved) return false
      throw error
    })
    if (done) return
  }
  throw new PortalError('unavailable')
}

/** Rolls the transaction back: somebody saved in between. */
class Moved extends Error {}

function abort(): never {
  throw new Moved()
}
