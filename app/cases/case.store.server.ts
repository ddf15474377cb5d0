import type { Draft } from '~/forms/draft'
import type { Surroundings } from '~/forms/surroundings'
import type { Prisma } from '~/generated/prisma/client'
import type { CaseState, RoundKind } from '~/generated/prisma/enums'
import { db, type Tx } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { readAgencyContact, readContact, readDraft, readSurroundings } from './draft-row'
import { districtsOf } from './passed-on.store.server'

/** A case as its use cases need it. */
export interface StoredCase {
  readonly id: string
  readonly state: CaseState
  readonly revision: number
  readonly draft: Draft
  /** Copied when the case was opened; before that, as they would be copied now. */
  readonly surroundings: Surroundings
  readonly formVersionId: string
  readonly formId: string
  readonly formVersion: number
  readonly roundId: string
  readonly programme: string
  readonly kind: RoundKind
  readonly year: number
  /** The recipient's own deadline: the round's, or a later one. */
  readonly deadline: Date
  readonly extended: boolean
  readonly caseNumber: string | null
  readonly ownCaseNumber: string | null
  readonly organisationId: string
  readonly organisationName: string
  readonly recipientCode: string | null
  readonly organisationEmail: string | null
  readonly agencyId: string
  readonly editedAt: Date | null
  readonly submittedAt: Date | null
  readonly late: boolean
  /** As the agency has decided it by now. `surroundings` hold it as it was when the answers were given. */
  readonly award: Surroundings['award']
}

/** @throws PortalError notFound */
export async function loadCase(caseId: string, tx: Tx = db()): Promise<StoredCase> {
  const row = await tx.case.findUnique({
    where: { id: caseId },
    include: {
      round: { include: { desks: true, awards: true } },
      organisation: true,
      agency: true,
      formVersion: { select: { version: true } },
    },
  })
  if (!row) throw new PortalError('notFound')
  const deadline = row.extendedTo ?? row.round.deadline
  const contact = readContact(row.organisation.contact)
  const award = awardOf(row.round.awards.find((each) => each.organisationId === row.organisationId))
  const desk = row.round.desks.find((each) => each.agencyId === row.agencyId)
  const { name, shortName, orgNumber, code, county } = row.organisation
  const districts = row.surroundings === null ? await districtsOf(tx, row) : undefined
  const fresh = (): Surroundings => ({
    round: { year: row.round.year, deadline: deadline.toISOString() },
    agency: { name: row.agency.name, contact: readAgencyContact(desk?.contact ?? {}) },
    recipient: {
      name,
      shortName,
      ...(orgNumber === null ? {} : { orgNumber }),
      ...(code === null ? {} : { code }),
      ...(county === null ? {} : { county }),
      contact,
    },
    award,
    rates: readRates(row.round.rates),
    ...(districts ? { districts } : {}),
  })
  return {
    id: row.id,
    state: row.state,
    revision: row.revision,
    draft: readDraft(row.draft),
    surroundings: row.surroundings === null ? fresh() : readSurroundings(row.surroundings),
    formVersionId: row.formVersionId,
    formId: row.round.formId,
    formVersion: row.formVersion.version,
    roundId: row.roundId,
    programme: row.round.programme,
    kind: row.round.kind,
    year: row.round.year,
    deadline,
    extended: row.extendedTo !== null,
    caseNumber: row.caseNumber,
    ownCaseNumber: row.ownCaseNumber,
    organisationId: row.organisationId,
    organisationName: name,
    recipientCode: code,
    organisationEmail: contact.email ?? null,
    agencyId: row.agencyId,
    editedAt: row.editedAt,
    submittedAt: row.submittedAt,
    late: row.late,
    award,
  }
}

interface AwardRow {
  readonly kronor: number | null
  readonly posts: number | null
  readonly caseNumber: string | null
}

const awardOf = (row: AwardRow | undefined): Surroundings['award'] => ({
  ...(typeof row?.kronor === 'number' ? { kronor: row.kronor } : {}),
  ...(typeof row?.posts === 'number' ? { posts: row.posts } : {}),
  ...(typeof row?.caseNumber === 'string' ? { caseNumber: row.caseNumber } : {}),
})

/** The recipient's latest submission of the same form in an earlier year; null when there is none. */
export async function previousSubmission(
  stored: StoredCase,
): Promise<{ record: string; year: number; caseId: string; formVersionId: string } | null> {
  const earlier = await db().submission.findFirst({
    where: {
      case: {
        organisationId: stored.organisationId,
        round: { formId: stored.formId, year: { lt: stored.year } },
      },
    },
    orderBy: [{ case: { round: { year: 'desc' } } }, { version: 'desc' }],
    select: {
      request: { select: { record: true } },
      case: { select: { id: true, formVersionId: true, round: { select: { year: true } } } },
    },
  })
  if (!earlier) return null
  const { request, case: of } = earlier
  return { record: request.record, year: of.round.year, caseId: of.id, formVersionId: of.formVersionId }
}

/** Marks the case as begun and fixes what it begins with. Only the first of two at once does; returns whether it was this one. */
export async function beginCase(
  tx: Tx,
  begin: { caseId: string; surroundings: Surroundings; draft: Draft; userId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.case.updateMany({
    where: { id: begin.caseId, state: 'notOpened' },
    data: {
      state: 'started',
      surroundings: toJson(begin.surroundings),
      draft: { ...begin.draft },
      openedAt: begin.now,
      editedAt: begin.now,
      editorId: begin.userId,
      revision: 1,
    },
  })
  return count === 1
}

/** Absent members are left out, so what is stored is JSON. */
const toJson = (value: Surroundings): Prisma.InputJsonObject => JSON.parse(JSON.stringify(value))

function readRates(stored: unknown): Record<string, number> {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
}
