import { dateInSweden } from '~/forms/format'
import { transaction } from '~/platform/db.server'
import { log } from '~/platform/log.server'
import { queueMail } from '~/platform/mail.server'
import { loadCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import { deadlineView } from './heading.server'
import { claimNotice, type DueCase, type NoticeKind, untoldCases } from './notice.store.server'
import { recipientLetters } from './recipient-letters.server'

/** The job's name. */
export const noticesJob = 'tell-recipients'

/** Reminders come in the morning, not just after midnight. Hour in Sweden. */
const morning = 7
/** Whole days; a little more than the week before which there is nothing to remind of. */
const lookAhead = 9

/**
 * Invites recipients whose round has opened, and reminds those who have not handed in 7 days and 1 day before their own
 * deadline. What has been told is written down with the letters, in one transaction: run again at any time, after a
 * crash, in several processes at once, it tells nobody twice and forgets nobody. A case that fails leaves the others be.
 */
export async function tellRecipients(now: Date): Promise<void> {
  for (const due of await untoldCases(now, new Date(now.getTime() + lookAhead * 86_400_000))) {
    try {
      await tell(due, now)
    } catch (error) {
      log().error({ err: error, caseId: due.id }, 'a recipient could not be told and will be next time')
    }
  }
}

async function tell({ id, told }: DueCase, now: Date): Promise<void> {
  const stored = await loadCase(id)
  const { definition } = await loadForm(stored.formVersionId)
  // Without an award there is nothing that could be opened yet: they are told when they have got it.
  if (definition.award && stored.surroundings.award.kronor === undefined) return
  const { days } = deadlineView(stored.deadline, stored.extended, 'sv', now)
  const reminder = days <= 1 ? 'day' : days <= 7 ? 'week' : undefined
  const day = dateInSweden(stored.deadline)
  const has = (kind: NoticeKind) =>
    told.some((each) => each.kind === kind && (kind === 'invitation' || each.day === day))
  const invite = !has('invitation')
  if (!invite && (!reminder || has(reminder) || hourInSweden(now) < morning)) return
  const kind = invite ? 'invitation' : (reminder ?? 'day')
  const letters = await recipientLetters(id, kind, now)
  await transaction(async (tx) => {
    if (!(await claimNotice(tx, { caseId: id, kind, day: invite ? '' : day, at: now }))) return
    // An invitation with so little time left says it all: no reminder on top of it.
    if (invite && reminder) await claimNotice(tx, { caseId: id, kind: reminder, day, at: now })
    for (const letter of letters) await queueMail(tx, letter)
  })
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', hour: '2-digit', hourCycle: 'h23' })
const hourInSweden = (now: Date) => Number(clock.format(now))
