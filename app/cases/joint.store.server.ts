import { db, type Tx } from '~/platform/db.server'

/** Whoever leads the case that an organisation is named in, in a round; null when it is in none. */
export async function leadOf(
  roundId: string,
  organisationId: string,
  tx: Tx = db(),
): Promise<{ readonly name: string } | null> {
  const found = await tx.jointApplicant.findUnique({
    where: { roundId_organisationId: { roundId, organisationId } },
    select: { case: { select: { organisation: { select: { name: true } } } } },
  })
  return found?.case.organisation ?? null
}

/** Those of some municipalities (codes) that have handed in for themselves in a round, or are named in another case of it. */
export async function alreadyIn(
  roundId: string,
  codes: readonly string[],
  caseId: string,
  tx: Tx = db(),
): Promise<readonly string[]> {
  const rows = await tx.organisation.findMany({
    where: {
      code: { in: [...codes] },
      OR: [
        { joint: { some: { roundId, caseId: { not: caseId } } } },
        { cases: { some: { roundId, state: { notIn: ['notOpened', 'started', 'awaitingSignature'] } } } },
      ],
    },
    orderBy: { name: 'asc' },
    select: { name: true },
  })
  return rows.map(({ name }) => name)
}

/** The organisations of some municipalities, by code. */
export async function partnersByCode(
  codes: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const rows = await db().organisation.findMany({
    where: { code: { in: [...codes] } },
    select: { id: true, name: true, code: true },
  })
  return new Map(rows.flatMap(({ id, name, code }) => (code === null ? [] : [[code, { id, name }] as const])))
}

/** Lets cases of a round that could name each other be handed in one after the other. Held until the transaction ends. */
export async function holdRound(tx: Tx, roundId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Round" WHERE id = ${roundId}::uuid FOR UPDATE`
}

/** Keeps whom a case that is handed in names. */
export async function storePartners(
  tx: Tx,
  { roundId, caseId, codes }: { roundId: string; caseId: string; codes: readonly string[] },
): Promise<void> {
  await tx.jointApplicant.deleteMany({ where: { caseId } })
  const partners = await tx.organisation.findMany({ where: { code: { in: [...codes] } }, select: { id: true } })
  await tx.jointApplicant.createMany({
    data: partners.map(({ id: organisationId }) => ({ roundId, caseId, organisationId })),
  })
}
