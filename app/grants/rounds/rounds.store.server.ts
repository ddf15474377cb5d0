import type { AgencyContact } from '~/forms/surroundings'
import type { RoundKind } from '~/generated/prisma/enums'
import { db, type Tx } from '~/platform/db.server'

/** One recipient of a round: what it was granted and which desk handles it. */
export interface NewRecipient {
  readonly organisationId: string
  readonly agencyId: string
  /** Whole kronor */
  readonly kronor?: number
  /** Hundredths of a full-time equivalent */
  readonly posts?: number
  /** The agency's number, on the award and on the case */
  readonly caseNumber?: string
}

export interface NewDesk {
  readonly agencyId: string
  readonly contact: AgencyContact
}

export interface RoundRow {
  readonly programme: string
  readonly kind: RoundKind
  readonly year: number
  readonly formVersionId: string
  readonly opensAt: Date
  readonly deadline: Date
  readonly rates: Readonly<Record<string, number>>
  /** Opened by a city for its districts. */
  readonly passedOn?: true
}

/** Lets rounds be opened one after the other, so that two agencies find each other. Held until the transaction ends. */
export async function lockRounds(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bidra rounds'))`
}

/** The round of a form and year, and whose desks are in it. */
export async function openedRound(
  tx: Tx,
  formId: string,
  year: number,
): Promise<{ id: string; formVersionId: string; deadline: Date; agencies: { id: string; name: string }[] } | null> {
  const row = await tx.round.findFirst({
    where: { formId, year, passedOn: false },
    include: {
      desks: { select: { agency: { select: { id: true, name: true } } }, orderBy: { agency: { name: 'asc' } } },
    },
  })
  if (!row) return null
  const { id, formVersionId, deadline, desks } = row
  return { id, formVersionId, deadline, agencies: desks.map(({ agency }) => agency) }
}

/** A desk in a round that is there already. */
export async function addDesk(tx: Tx, roundId: string, { agencyId, contact }: NewDesk): Promise<void> {
  await tx.roundDesk.create({ data: { roundId, agencyId, contact: { ...contact } } })
}

/** A form that can be given out. */
export interface PublishedVersion {
  readonly id: string
  readonly formId: string
  readonly version: number
  readonly publishedAt: Date
}

/** Every published version of every form, the newest first. */
export async function publishedVersions(): Promise<PublishedVersion[]> {
  return db().formVersion.findMany({
    select: { id: true, formId: true, version: true, publishedAt: true },
    orderBy: [{ formId: 'asc' }, { version: 'desc' }],
  })
}

export async function findRound(tx: Tx, formId: string, year: number): Promise<{ id: string } | null> {
  return tx.round.findFirst({ where: { formId, year, passedOn: false }, select: { id: true } })
}

export async function addRound(tx: Tx, round: RoundRow, desks: readonly NewDesk[]): Promise<string> {
  const { id } = await tx.round.create({
    data: {
      ...round,
      rates: { ...round.rates },
      desks: { create: desks.map(({ agencyId, contact }) => ({ agencyId, contact: { ...contact } })) },
    },
    select: { id: true },
  })
  return id
}

/** Awards and unopened cases, in two statements however many they are. Recipients that have a case are left alone. */
export async function addRecipients(
  tx: Tx,
  round: { id: string; formVersionId: string },
  recipients: readonly NewRecipient[],
): Promise<void> {
  const awarded = recipients.filter(({ kronor, posts, caseNumber }) => (kronor ?? posts ?? caseNumber) !== undefined)
  await tx.award.createMany({
    data: awarded.map(({ organisationId, kronor, posts, caseNumber }) => ({
      roundId: round.id,
      organisationId,
      kronor: kronor ?? null,
      posts: posts ?? null,
      caseNumber: caseNumber ?? null,
    })),
    skipDuplicates: true,
  })
  await tx.case.createMany({
    data: recipients.map(({ organisationId, agencyId, caseNumber }) => ({
      roundId: round.id,
      organisationId,
      agencyId,
      formVersionId: round.formVersionId,
      caseNumber: caseNumber ?? null,
    })),
    skipDuplicates: true,
  })
}

/** The organisations that have a case in a round, with any agency. */
export async function enteredIn(roundId: string, tx: Tx = db()): Promise<ReadonlySet<string>> {
  const rows = await tx.case.findMany({ where: { roundId }, select: { organisationId: true } })
  return new Set(rows.map(({ organisationId }) => organisationId))
}

/** How many recipients these agencies have in a round. */
export async function countRecipients(roundId: string, agencyIds: readonly string[]): Promise<number> {
  return db().case.count({ where: { roundId, agencyId: { in: [...agencyIds] } } })
}

/** A round as the programme manager's list shows it. Counts are of the cases of these agencies. */
export interface RoundSummary {
  readonly id: string
  readonly programme: string
  readonly kind: RoundKind
  readonly year: number
  readonly formVersionId: string
  readonly opensAt: Date
  readonly deadline: Date
  readonly cases: number
  readonly handedIn: number
  /** Handed in and not yet opened by a reviewer. */
  readonly toRead: number
  readonly late: number
}

/** The rounds in which one of the agencies has a desk, newest deadline first. */
export async function roundsOfAgencies(agencyIds: readonly string[], now: Date): Promise<RoundSummary[]> {
  return db().$queryRaw<RoundSummary[]>`
    SELECT r.id, r.programme, r.kind::text AS kind, r.year, r."formVersionId", r."opensAt", r.deadline,
      count(c.id)::int AS cases,
      (count(c.id) FILTER (WHERE c."submittedAt" IS NOT NULL))::int AS "handedIn",
      (count(c.id) FILTER (WHERE c.state = 'submitted'))::int AS "toRead",
      (count(c.id) FILTER (WHERE CASE WHEN c."submittedAt" IS NULL
        THEN coalesce(c."extendedTo", r.deadline) < ${now} ELSE c.late END))::int AS late
    FROM "Round" r
    LEFT JOIN "Case" c ON c."roundId" = r.id AND c."agencyId" = ANY(${[...agencyIds]}::uuid[])
    WHERE EXISTS (SELECT 1 FROM "RoundDesk" d WHERE d."roundId" = r.id AND d."agencyId" = ANY(${[...agencyIds]}::uuid[]))
    GROUP BY r.id
    ORDER BY r.deadline DESC, r.programme, r.year`
}

export interface StoredRound {
  readonly id: string
  readonly programme: string
  readonly kind: RoundKind
  readonly year: number
  readonly formVersionId: string
  readonly opensAt: Date
  readonly deadline: Date
  /** Rate name → smallest unit */
  readonly rates: Readonly<Record<string, number>>
  readonly deskAgencyIds: readonly string[]
}

export async function roundById(roundId: string, tx: Tx = db()): Promise<StoredRound | null> {
  const row = await tx.round.findUnique({
    where: { id: roundId },
    include: { desks: { select: { agencyId: true } } },
  })
  if (!row) return null
  const { id, programme, kind, year, formVersionId, opensAt, deadline } = row
  const deskAgencyIds = row.desks.map(({ agencyId }) => agencyId)
  return { id, programme, kind, year, formVersionId, opensAt, deadline, rates: ratesOf(row.rates), deskAgencyIds }
}

/** The round of an id, of a form and year, or the only one of a programme, kind and year, with the agencies that have a desk in it. */
export async function roundWithDesks(
  by:
    | { readonly id: string }
    | { readonly formId: string; readonly year: number }
    | Pick<RoundRow, 'programme' | 'kind' | 'year'>,
): Promise<{ id: string; desks: { id: string; name: string }[] } | null> {
  const [row, another] = await db().round.findMany({
    where: 'id' in by ? { id: by.id } : { ...by, passedOn: false },
    take: 2,
    select: { id: true, desks: { select: { agency: { select: { id: true, name: true } } } } },
  })
  return row && !another ? { id: row.id, desks: row.desks.map(({ agency }) => agency) } : null
}

function ratesOf(stored: unknown): Record<string, number> {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).filter((rate): rate is [string, number] => typeof rate[1] === 'number'),
  )
}

/** @returns the deadline before, or null when it was that already */
export async function moveDeadline(tx: Tx, roundId: string, deadline: Date): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ before: Date }[]>`
    UPDATE "Round" r SET deadline = ${deadline}
    FROM (SELECT id, deadline AS before FROM "Round" WHERE id = ${roundId}::uuid FOR UPDATE) old
    WHERE r.id = old.id AND old.before <> ${deadline}
    RETURNING old.before`
  return rows[0]?.before ?? null
}

/** A case of the round and of these agencies that has not been handed in, locked; null when there is none. */
export async function extensionOf(
  tx: Tx,
  of: { roundId: string; caseId: string; agencyIds: readonly string[] },
): Promise<{ extendedTo: Date | null; name: string } | null> {
  const rows = await tx.$queryRaw<{ extendedTo: Date | null; name: string }[]>`
    SELECT c."extendedTo", o.name FROM "Case" c JOIN "Organisation" o ON o.id = c."organisationId"
    WHERE c.id::text = ${of.caseId} AND c."roundId" = ${of.roundId}::uuid
      AND c."agencyId" = ANY(${[...of.agencyIds]}::uuid[]) AND c."submittedAt" IS NULL
    FOR UPDATE OF c`
  return rows[0] ?? null
}

/** Sets one recipient's own deadline, or takes it away. */
export async function setExtension(tx: Tx, caseId: string, extendedTo: Date | null): Promise<void> {
  await tx.case.update({ where: { id: caseId }, data: { extendedTo } })
}

/** The same for every case of these agencies that has not been handed in. @returns how many */
export async function setExtensions(
  tx: Tx,
  of: { roundId: string; agencyIds: readonly string[] },
  extendedTo: Date | null,
): Promise<number> {
  const { count } = await tx.case.updateMany({
    where: { roundId: of.roundId, agencyId: { in: [...of.agencyIds] }, submittedAt: null },
    data: { extendedTo },
  })
  return count
}

/** The cases of a round that these agencies may still give more time, by name. */
export async function extendableCases(
  roundId: string,
  agencyIds: readonly string[],
): Promise<{ id: string; name: string; extendedTo: Date | null }[]> {
  return db().$queryRaw`
    SELECT c.id, o."shortName" AS name, c."extendedTo" FROM "Case" c JOIN "Organisation" o ON o.id = c."organisationId"
    WHERE c."roundId" = ${roundId}::uuid AND c."agencyId" = ANY(${[...agencyIds]}::uuid[]) AND c."submittedAt" IS NULL
    ORDER BY o."shortName" COLLATE "sv-SE-x-icu"`
}
