import { z } from 'zod'
import type { Draft } from '~/forms/draft'
import type { Prisma } from '~/generated/prisma/client'
import type { ContributionState } from '~/generated/prisma/enums'
import { isId } from '~/platform/access/facts'
import { db, type Tx } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { hashOfSecret, newSecret } from '~/platform/session-cookie.server'
import { readDraft } from '../draft-row'

/** A contribution as its use cases need it. */
export interface StoredContribution {
  readonly id: string
  readonly caseId: string
  readonly asker: { readonly id: string; readonly name: string; readonly email: string; readonly language: string }
  /** Who is asked. */
  readonly name: string
  readonly email: string
  readonly language: string
  readonly page: string
  /** Ids of the questions that are asked for. */
  readonly questions: readonly string[]
  readonly message: string | null
  readonly deadline: Date
  readonly state: ContributionState
  /** Answers to those questions: what it began with, what is typed, and what was handed in last. */
  readonly base: Draft
  readonly draft: Draft
  readonly proposal: Draft | null
  readonly revision: number
  readonly askedAt: Date
  readonly openedAt: Date | null
  readonly savedAt: Date | null
  readonly handedInAt: Date | null
  readonly remindedAt: Date | null
  readonly reply: string | null
  readonly closedAt: Date | null
  readonly accepter: { readonly name: string } | null
  readonly acceptedRevision: number | null
}

const ids = z.array(z.string())
const withPeople = {
  asker: { select: { id: true, name: true, email: true, language: true } },
  accepter: { select: { name: true } },
} as const

type Row = Prisma.ContributionGetPayload<{ include: typeof withPeople }>

const fromRow = (row: Row): StoredContribution => ({
  ...row,
  questions: ids.parse(row.questions),
  base: readDraft(row.base),
  draft: readDraft(row.draft),
  proposal: row.proposal === null ? null : readDraft(row.proposal),
})

/** @throws PortalError notFound, also when it is another case's */
export async function loadContribution(id: string, caseId?: string, tx: Tx = db()): Promise<StoredContribution> {
  const row = isId(id) ? await tx.contribution.findUnique({ where: { id }, include: withPeople }) : null
  if (!row || (caseId !== undefined && row.caseId !== caseId)) throw new PortalError('notFound')
  return fromRow(row)
}

/** Loads it for a change: held until the transaction ends. @throws PortalError notFound */
export async function lockContribution(tx: Tx, id: string, caseId?: string): Promise<StoredContribution> {
  if (isId(id)) await tx.$queryRaw`SELECT 1 FROM "Contribution" WHERE "id" = ${id}::uuid FOR UPDATE`
  return loadContribution(id, caseId, tx)
}

/** The contributions of a case, the latest first. */
export async function contributionsOf(caseId: string): Promise<StoredContribution[]> {
  const rows = await db().contribution.findMany({
    where: { caseId },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    include: withPeople,
  })
  return rows.map(fromRow)
}

/** @returns its id */
export async function createContribution(
  tx: Tx,
  {
    base,
    questions,
    ...asked
  }: Pick<
    StoredContribution,
    'caseId' | 'name' | 'email' | 'language' | 'page' | 'message' | 'deadline' | 'askedAt'
  > & {
    readonly askerId: string
    readonly base: Draft
    readonly questions: readonly string[]
  },
): Promise<string> {
  const { id } = await tx.contribution.create({
    data: { ...asked, questions: [...questions], base: { ...base }, draft: { ...base } },
    select: { id: true },
  })
  return id
}

/** A link of its own for each letter, since only its hash is kept. @returns its secret */
export async function addLink(tx: Tx, contributionId: string): Promise<string> {
  const secret = newSecret()
  await tx.contributionLink.create({ data: { hash: hashOfSecret(secret), contributionId } })
  return secret
}

/** What can be written of a contribution. */
export type ContributionChange = Partial<
  Pick<
    StoredContribution,
    | 'state'
    | 'deadline'
    | 'base'
    | 'draft'
    | 'proposal'
    | 'revision'
    | 'openedAt'
    | 'savedAt'
    | 'handedInAt'
    | 'remindedAt'
    | 'reply'
    | 'closedAt'
    | 'acceptedRevision'
  >
> & { readonly accepterId?: string }

export async function changeContribution(tx: Tx, id: string, change: ContributionChange): Promise<void> {
  const { base, draft, proposal, ...others } = change
  await tx.contribution.update({
    where: { id },
    data: {
      ...others,
      ...(base ? { base: { ...base } } : {}),
      ...(draft ? { draft: { ...draft } } : {}),
      ...(proposal ? { proposal: { ...proposal } } : {}),
    },
  })
}

/** Revision of the case → who had contributed what was accepted in it. */
export async function acceptedRevisions(caseId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db().contribution.findMany({
    where: { caseId, acceptedRevision: { not: null } },
    select: { acceptedRevision: true, name: true },
  })
  return new Map(rows.flatMap(({ acceptedRevision, name }) => (acceptedRevision ? [[acceptedRevision, name]] : [])))
}

/** How many contributions of a case wait to be accepted, and for how many it waits. */
export async function countContributions(
  caseId: string,
  now: Date,
): Promise<{ readonly handedIn: number; readonly asked: number }> {
  const [handedIn, asked] = await Promise.all([
    db().contribution.count({ where: { caseId, state: 'handedIn' } }),
    db().contribution.count({
      where: { caseId, state: { in: ['asked', 'opened', 'sentBack'] }, deadline: { gt: now } },
    }),
  ])
  return { handedIn, asked }
}

/** Open contributions whose deadline is near and that nobody has been reminded of. */
export async function unremindedContributions(now: Date, before: Date): Promise<{ readonly id: string }[]> {
  return db().contribution.findMany({
    where: {
      state: { in: ['asked', 'opened', 'sentBack'] },
      remindedAt: null,
      deadline: { gt: now, lte: before },
      case: { state: { in: ['started', 'awaitingSignature'] } },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
}

/** The language of whoever has an account with this address. */
export async function languageOfAddress(email: string): Promise<string | undefined> {
  return (await db().user.findUnique({ where: { email }, select: { language: true } }))?.language
}
