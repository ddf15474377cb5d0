import { db, type Tx } from '~/platform/db.server'
import type { AwardFacts, Standing } from './judged-list'

/** Lets imports into a round follow one upon another. Held until the transaction ends. */
export async function lockAllocations(tx: Tx, roundId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bidra allocations'), hashtext(${roundId}))`
}

/**
 * Holds the agency's cases of a round until the transaction ends: none is opened, frozen or handed in meanwhile. In one
 * order, so that two who hold several never wait for each other.
 */
export async function holdCases(tx: Tx, roundId: string, agencyId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Case" WHERE "roundId" = ${roundId}::uuid AND "agencyId" = ${agencyId}::uuid
    ORDER BY id FOR UPDATE`
}

const award = { organisationId: true, kronor: true, posts: true, caseNumber: true, note: true } as const

/** Every award and case of a round, by organisation. */
export async function standingsOf(roundId: string, tx: Tx = db()): Promise<Map<string, Standing>> {
  const awards = await tx.award.findMany({ where: { roundId }, select: award })
  const cases = await tx.case.findMany({
    where: { roundId },
    select: { organisationId: true, id: true, agencyId: true, state: true, caseNumber: true },
  })
  const passedOn = await tx.distribution.findMany({ where: { roundId }, select: { organisationId: true } })
  const standings = new Map<string, Standing>()
  for (const { organisationId, ...facts } of awards) standings.set(organisationId, { award: facts, case: null })
  for (const { organisationId, ...theirs } of cases) {
    standings.set(organisationId, { award: standings.get(organisationId)?.award ?? null, case: theirs })
  }
  for (const { organisationId } of passedOn) {
    const standing = standings.get(organisationId)
    if (standing) standings.set(organisationId, { ...standing, distributed: true })
  }
  return standings
}

export interface NewAward extends AwardFacts {
  readonly organisationId: string
}

/** Writes awards over what there was, in one statement however many they are. */
export async function writeAwards(tx: Tx, roundId: string, awards: readonly NewAward[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Award" ("roundId", "organisationId", kronor, posts, "caseNumber", note)
    SELECT ${roundId}::uuid, a."organisationId", a.kronor, a.posts, a."caseNumber", a.note
    FROM jsonb_to_recordset(${JSON.stringify(awards)}::jsonb)
      AS a("organisationId" uuid, kronor int, posts int, "caseNumber" text, note text)
    ON CONFLICT ("roundId", "organisationId") DO UPDATE SET
      kronor = excluded.kronor, posts = excluded.posts, "caseNumber" = excluded."caseNumber", note = excluded.note`
}

/** Gives cases the number of their award, in one statement. */
export async function numberCases(tx: Tx, numbers: ReadonlyMap<string, string>): Promise<void> {
  if (numbers.size === 0) return
  const rows = [...numbers].map(([id, caseNumber]) => ({ id, caseNumber }))
  await tx.$executeRaw`
    UPDATE "Case" c SET "caseNumber" = n."caseNumber"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(id uuid, "caseNumber" text) WHERE c.id = n.id`
}

/** What an agency has granted in a round. */
export interface Granted {
  readonly awards: number
  /** Whole kronor */
  readonly kronor: number
  /** Recipients whose part somebody else holds. */
  readonly held: readonly { readonly name: string; readonly note: string | null }[]
}

/** Awards of the recipients whose cases these agencies handle. */
export async function grantedBy(roundId: string, agencyIds: readonly string[]): Promise<Granted> {
  const rows = await db().$queryRaw<{ name: string; kronor: number | null; note: string | null }[]>`
    SELECT o."shortName" AS name, a.kronor, a.note FROM "Award" a
    JOIN "Case" c ON c."roundId" = a."roundId" AND c."organisationId" = a."organisationId"
    JOIN "Organisation" o ON o.id = a."organisationId"
    WHERE a."roundId" = ${roundId}::uuid AND c."agencyId" = ANY(${[...agencyIds]}::uuid[])
    ORDER BY o."shortName" COLLATE "sv-SE-x-icu"`
  return {
    awards: rows.length,
    kronor: rows.reduce((sum, { kronor }) => sum + (kronor ?? 0), 0),
    held: rows.filter(({ kronor }) => kronor === 0).map(({ name, note }) => ({ name, note })),
  }
}
