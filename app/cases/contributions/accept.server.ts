import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { writeDraft } from '../answers.store.server'
import { loadCase } from '../case.store.server'
import { loadForm } from '../form-versions.store.server'
import { lockCase } from '../signature.store.server'
import { changeContribution, lockContribution } from './contribution.store.server'
import { proposedUnits, seenOf, withUnits } from './proposed-units'
import { assertStarted } from './status'

export interface AcceptContribution {
  readonly caseId: string
  readonly contributionId: string
  /** Ids of the units that are accepted; the others are left out for good. */
  readonly units: readonly string[]
  /** What was shown. */
  readonly seen: string
  readonly officerId: string
  readonly now: Date
}

/**
 * Takes a proposal into the case, all of it or the chosen parts, in one step with closing it. The change is the officer's; the history
 * says whose answers they were.
 *
 * @returns `again`: the proposal or the case has changed since it was shown, so nothing is done
 * @throws PortalError notFound, stale (accepted, withdrawn or sent back meanwhile), locked, closed
 */
export async function acceptContribution(input: AcceptContribution): Promise<'done' | 'again'> {
  const { caseId, contributionId, now, officerId } = input
  return transaction(async (tx) => {
    await lockCase(tx, caseId)
    const contribution = await lockContribution(tx, contributionId, caseId)
    const stored = await loadCase(caseId, tx)
    assertStarted(stored.state)
    const { proposal, base, questions, page, state } = contribution
    if (state !== 'handedIn' || !proposal) throw new PortalError('stale')
    const form = await loadForm(stored.formVersionId)
    const proposed = { base, proposal, questions, current: stored.draft }
    const units = proposedUnits(form, proposed)
    if (seenOf(units) !== input.seen) return 'again'
    const chosen = units.filter(({ id }) => input.units.includes(id))
    const draft = withUnits(form, proposed, chosen)
    const changes = [...new Set(chosen.map(({ key }) => key))].map((key) => ({
      key,
      before: stored.draft[key] ?? null,
      after: draft[key] ?? null,
    }))
    const write = { caseId, from: stored.revision, draft, changes, page, userId: officerId, now }
    const revision = changes.length === 0 ? null : await writeDraft(write, tx)
    if (changes.length > 0 && revision === null) throw new PortalError('unavailable')
    await changeContribution(tx, contribution.id, {
      state: 'accepted',
      closedAt: now,
      accepterId: officerId,
      acceptedRevision: revision,
    })
    await audit(tx, {
      actor: officerId,
      action: 'contribution.accepted',
      entity: `case:${caseId}`,
      details: { contribution: contribution.id, taken: chosen.length, of: units.length },
    })
    return 'done'
  })
}
