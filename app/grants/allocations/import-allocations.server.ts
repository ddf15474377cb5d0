import { type AwardChange, changeAwards } from '~/cases/change-award.server'
import { audit } from '~/platform/audit.server'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Sheet } from '~/platform/spreadsheet/sheet'
import { allOrganisations, type StoredOrganisation } from '../register/organisations.store.server'
import { indexRecipients } from '../register/recipients'
import { addRecipients, roundById, type StoredRound } from '../rounds/rounds.store.server'
import { holdCases, lockAllocations, numberCases, standingsOf, writeAwards } from './allocations.store.server'
import { judgeList, type ListChoices } from './judge-list'
import { type AwardFacts, changesOf, type JudgedList, type JudgedRow, type ListContext } from './judged-list'

/** A list, and what it is for. */
export interface Allocation {
  readonly roundId: string
  /** Whose list it is: an agency with a desk in the round. */
  readonly agencyId: string
  readonly sheet: Sheet
  readonly choices?: ListChoices
}

/** Who carries an import out. `fileHash`: SHA-256 of the list, for the log. */
export interface Importer {
  /** Null for the operator at the command line. */
  readonly userId: string | null
  readonly now: Date
  readonly fileHash: string
  /** The fingerprint of the preview that was agreed to; without it, what the list says now is carried out. */
  readonly seen?: string
  /** Organisation id → who holds its part, for awards of 0. */
  readonly notes?: ReadonlyMap<string, string>
}

/**
 * `done`: stored · `unchanged`: everything stood there already · `refused`: something stops the list, nothing is stored ·
 * `stale`: the round has moved since the preview, nothing is stored; look again
 */
export interface ImportOutcome {
  readonly outcome: 'done' | 'unchanged' | 'refused' | 'stale'
  /** As the round stood just before. */
  readonly judged: JudgedList
  /** The rows that were stored. */
  readonly stored: readonly JudgedRow[]
}

/**
 * What an import would do. Changes nothing.
 *
 * @throws PortalError notFound: no such round, or the agency has no desk in it
 */
export async function previewAllocations(allocation: Allocation): Promise<JudgedList> {
  const { round, agency, all } = await placeOf(allocation)
  return judgeList(allocation.sheet, await contextOf(round, agency, all), allocation.choices)
}

/**
 * Carries an import out: all of it or nothing, judged once more inside the transaction. Awards are written, recipients
 * without a case get one, open cases see the new amount, and each change is logged. The same list again changes nothing.
 *
 * @throws PortalError notFound
 */
export async function importAllocations(allocation: Allocation, by: Importer): Promise<ImportOutcome> {
  const { round, agency, all } = await placeOf(allocation)
  return transaction(async (tx) => {
    await lockAllocations(tx, round.id)
    await holdCases(tx, round.id, agency.id)
    const context = await contextOf(round, agency, all, tx)
    const judged = judgeList(allocation.sheet, context, allocation.choices)
    const nothing = (outcome: ImportOutcome['outcome']): ImportOutcome => ({ outcome, judged, stored: [] })
    if (!judged.sound) return nothing('refused')
    const noted = withNotes(judged, by.notes ?? new Map())
    const changes = changesOf(noted)
    // Agreed to twice: the second finds what the first has done.
    if (changes.length === 0) return nothing('unchanged')
    if (by.seen !== undefined && by.seen !== judged.fingerprint) return nothing('stale')
    await store(tx, { round, agencyId: agency.id, changes, context }, by)
    await log(tx, { round, agencyId: agency.id, judged: noted, changes }, by)
    return { outcome: 'done', judged: noted, stored: changes }
  })
}

interface Place {
  readonly round: StoredRound
  readonly agency: StoredOrganisation
  readonly all: readonly StoredOrganisation[]
}

async function placeOf({ roundId, agencyId }: Allocation): Promise<Place> {
  const [round, all] = await Promise.all([roundById(roundId), allOrganisations()])
  const agency = all.find(({ id }) => id === agencyId)
  if (!round || !agency || !round.deskAgencyIds.includes(agencyId)) throw new PortalError('notFound')
  return { round, agency, all }
}

async function contextOf(
  round: StoredRound,
  agency: StoredOrganisation,
  all: readonly StoredOrganisation[],
  tx?: Tx,
): Promise<ListContext> {
  const standings = await standingsOf(round.id, tx)
  const recipients = all.filter(({ kind }) => kind === 'municipality' || kind === 'region')
  return {
    round: { year: round.year, kind: round.kind },
    agency,
    index: indexRecipients(recipients),
    standings,
    expected: recipients.filter(
      ({ id, kind, countyCode }) =>
        standings.get(id)?.case?.agencyId === agency.id ||
        (kind === 'municipality' && agency.countyCode !== null && countyCode === agency.countyCode),
    ),
  }
}

/** Who holds an award of 0, said beside the list. */
function withNotes(judged: JudgedList, notes: ReadonlyMap<string, string>): JudgedList {
  const rows = judged.rows.map((row): JudgedRow => {
    const note = row.recipient && notes.get(row.recipient.id)?.trim()
    if (note === null || note === undefined || row.after?.kronor !== 0 || row.after.note === (note || null)) return row
    const effect = row.effect === 'same' ? 'changed' : row.effect
    return { ...row, after: { ...row.after, note: note || null }, effect }
  })
  return { ...judged, rows }
}

interface Store {
  readonly round: StoredRound
  readonly agencyId: string
  readonly changes: readonly JudgedRow[]
  readonly context: ListContext
}

async function store(tx: Tx, { round, agencyId, changes, context }: Store, by: Importer): Promise<void> {
  const rows = changes.flatMap(({ recipient, after, before }) =>
    recipient && after ? [{ id: recipient.id, after, before, theirs: context.standings.get(recipient.id)?.case }] : [],
  )
  await writeAwards(
    tx,
    round.id,
    rows.map(({ id, after }) => ({ organisationId: id, ...after })),
  )
  await addRecipients(
    tx,
    round,
    rows
      .filter(({ theirs }) => !theirs)
      .map(({ id, after }) => ({
        organisationId: id,
        agencyId,
        ...(after.caseNumber === null ? {} : { caseNumber: after.caseNumber }),
      })),
  )
  const numbered = rows.flatMap(({ after, before, theirs }): [string, string][] => {
    // A number that the agency's register has given the case stays.
    const isAwards = theirs?.caseNumber === null || theirs?.caseNumber === before?.caseNumber
    return theirs && after.caseNumber !== null && isAwards ? [[theirs.id, after.caseNumber]] : []
  })
  await numberCases(tx, new Map(numbered))
  const open = rows.flatMap(({ after, theirs }): AwardChange[] =>
    theirs?.state === 'started' ? [{ caseId: theirs.id, award: surroundingOf(after) }] : [],
  )
  await changeAwards(tx, open, by)
}

function surroundingOf({ kronor, posts, caseNumber }: AwardFacts): AwardChange['award'] {
  return {
    ...(kronor === null ? {} : { kronor }),
    ...(posts === null ? {} : { posts }),
    ...(caseNumber === null ? {} : { caseNumber }),
  }
}

interface Log {
  readonly round: StoredRound
  readonly agencyId: string
  readonly judged: JudgedList
  readonly changes: readonly JudgedRow[]
}

async function log(tx: Tx, { round, agencyId, judged, changes }: Log, by: Importer): Promise<void> {
  const actor = by.userId ?? 'operator'
  const entity = `round:${round.id}`
  for (const { recipient, before, after } of changes) {
    if (!recipient || !after) continue
    await audit(tx, {
      actor,
      action: 'award.set',
      entity,
      details: { recipient: recipient.id, before: before && { ...before }, after: { ...after } },
    })
  }
  const { rows, sum } = judged
  const details = { agency: agencyId, file: by.fileHash, rows: rows.length, kronor: sum, changed: changes.length }
  await audit(tx, { actor, action: 'allocations.import', entity, details })
}
