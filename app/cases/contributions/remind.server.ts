import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { log } from '~/platform/log.server'
import { consume } from '~/platform/sign-in/rate-limits.server'
import { loadCase } from '../case.store.server'
import {
  addLink,
  changeContribution,
  lockContribution,
  type StoredContribution,
  unremindedContributions,
} from './contribution.store.server'
import { askLetter } from './letters.server'
import { statusOf, takesAnswers } from './status'

/** The job's name. */
export const remindJob = 'remind-contributors'

/** Whole days before its deadline. */
const daysBefore = 2
/** Somebody who was asked with so little time left needs no reminder. Milliseconds. */
const shortest = 24 * 3_600_000

/**
 * An officer reminds whoever has not answered, with a link of its own.
 *
 * @throws PortalError notFound, stale (nothing is waited for any more), tooMany
 */
export async function remindContributor(input: {
  readonly caseId: string
  readonly contributionId: string
  readonly now: Date
}): Promise<void> {
  const { state } = await loadCase(input.caseId)
  await transaction(async (tx) => {
    const contribution = await lockContribution(tx, input.contributionId, input.caseId)
    if (!isWaitedFor(contribution, input.now) || !takesAnswers(state)) throw new PortalError('stale')
    if (!(await consume('askToAddress', contribution.email))) throw new PortalError('tooMany')
    await remind(tx, contribution, input.now)
  })
}

/**
 * Reminds everybody whose contribution is due in two days, once. Run again at any time, in several processes at once, it
 * reminds nobody twice; one that fails leaves the others be.
 */
export async function remindContributors(now: Date): Promise<void> {
  for (const { id } of await unremindedContributions(now, new Date(now.getTime() + daysBefore * 86_400_000))) {
    try {
      await transaction(async (tx) => {
        const contribution = await lockContribution(tx, id)
        if (contribution.remindedAt || !isWaitedFor(contribution, now)) return
        if (now.getTime() - contribution.askedAt.getTime() < shortest) return
        await remind(tx, contribution, now)
      })
    } catch (error) {
      log().error({ err: error, contributionId: id }, 'a contributor could not be reminded and will be next time')
    }
  }
}

function isWaitedFor({ state, deadline }: StoredContribution, now: Date): boolean {
  const status = statusOf({ state, deadline, now })
  return status === 'asked' || status === 'opened' || status === 'sentBack'
}

async function remind(tx: Tx, contribution: StoredContribution, now: Date): Promise<void> {
  await changeContribution(tx, contribution.id, { remindedAt: now })
  await askLetter(tx, contribution, 'remind', await addLink(tx, contribution.id))
}
