import { db, type Tx } from '~/platform/db.server'

/** Whoever works with a recipient's cases, by mail. */
export interface Addressee {
  readonly email: string
  readonly language: string
}

/** What a recipient can be told of by itself: the round has opened; a week, or a day, is left. */
export type NoticeKind = 'invitation' | 'week' | 'day'

export interface DueCase {
  readonly id: string
  /** The reminders and invitations that have gone out: kind, and the day that it was about. */
  readonly told: readonly { readonly kind: string; readonly day: string }[]
}

/**
 * The cases that something may have to be told about: their round has opened, they are not handed in and not past
 * their own deadline. Those for whom there is an invitation already, only when the deadline is before `soon`.
 */
export async function untoldCases(now: Date, soon: Date): Promise<DueCase[]> {
  const ahead = (until?: Date) => {
    const range = { gt: now, ...(until && { lte: until }) }
    return { OR: [{ extendedTo: range }, { extendedTo: null, round: { deadline: range } }] }
  }
  const rows = await db().case.findMany({
    where: {
      state: { in: ['notOpened', 'started', 'awaitingSignature'] },
      round: { opensAt: { lte: now } },
      AND: [ahead(), { OR: [{ notices: { none: { kind: 'invitation' } } }, ahead(soon)] }],
    },
    orderBy: { id: 'asc' },
    select: { id: true, notices: { select: { kind: true, day: true } } },
  })
  return rows.map(({ id, notices }) => ({ id, told: notices }))
}

/**
 * Notes that a recipient is told now, in the transaction that writes the letters: true for one alone of several at
 * once. False, too, when the case has been handed in meanwhile.
 */
export async function claimNotice(
  tx: Tx,
  notice: { readonly caseId: string; readonly kind: NoticeKind; readonly day: string; readonly at: Date },
): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO "CaseNotice" ("caseId", "kind", "day", "at")
    SELECT "id", ${notice.kind}, ${notice.day}, ${notice.at} FROM "Case"
    WHERE "id" = ${notice.caseId}::uuid AND "state" IN ('notOpened', 'started', 'awaitingSignature')
    ON CONFLICT DO NOTHING`
  return count === 1
}

/** The administrators and officers of an organisation. */
export async function peopleToTell(organisationId: string): Promise<Addressee[]> {
  return db().user.findMany({
    where: { memberships: { some: { organisationId, role: { in: ['administrator', 'officer'] } } } },
    orderBy: { email: 'asc' },
    select: { email: true, language: true },
  })
}
