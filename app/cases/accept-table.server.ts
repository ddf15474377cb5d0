import { PortalError } from '~/platform/errors'
import { writeDraft } from './answers.store.server'
import { type CompareTable, comparison, isSound, type SheetWords, seenOf } from './compare-table.server'
import { tableOfCase } from './table-of-case.server'

export interface AcceptTable extends CompareTable {
  /** What was shown. */
  readonly seen: string
  readonly now: Date
}

/** `again`: it would change something else than what was shown, so nothing is changed · `wrong`: the file has errors */
export type Accepted = 'done' | 'unchanged' | 'again' | 'wrong'

const attempts = 12

/**
 * Makes a table what a file says, whole or not at all: only what was shown. The same file twice changes nothing.
 *
 * @throws PortalError notFound, locked (a signature is asked for), closed (submitted), unavailable
 */
export async function acceptTable(input: AcceptTable, words: SheetWords): Promise<Accepted> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = await tableOfCase(input)
    const compared = await comparison(found, input, words)
    if (!compared || !isSound(compared)) return 'wrong'
    if (seenOf(compared) !== input.seen) return 'again'
    if (compared.changes.length === 0 && !compared.moved) return 'unchanged'
    const { stored } = found.checked
    const { [input.questionId]: before = null, ...others } = stored.draft
    const after = compared.typed
    const revision = await writeDraft({
      caseId: input.caseId,
      from: stored.revision,
      draft: after === null ? others : { ...others, [input.questionId]: after },
      changes: [{ key: input.questionId, before, after }],
      page: input.pageId,
      userId: input.userId,
      now: input.now,
    })
    if (revision !== null) return 'done'
  }
  throw new PortalError('unavailable')
}
