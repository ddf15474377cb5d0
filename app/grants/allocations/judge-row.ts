import { readScaledNumber } from '~/kinds/numbers'
import { type Cell, textOf } from '~/platform/spreadsheet/sheet'
import { isOrgNumber, type Recipient } from '../register/recipients'
import { type ReadKronor, readKronor } from './amounts'
import type { ColumnRole } from './columns'
import type { AwardFacts, Effect, JudgedRow, ListContext, RowProblem, Standing } from './judged-list'
import type { Layout } from './layout'

/** The most characters of a case number or a note. */
const longest = 200

/** One row, on its own: whose it is, what it says and what it would change. Whether another row says the same, it cannot know. */
export function judgeRow(row: readonly Cell[], line: number, layout: Layout, context: ListContext): JudgedRow {
  const cell = (role: ColumnRole) => {
    const column = layout.columns[role]
    return column === null ? undefined : row[column]
  }
  const text = (role: ColumnRole) => textOf(cell(role))
  const { recipient, problem } = identify(text, context)
  const standing: Standing = (recipient && context.standings.get(recipient.id)) ?? { award: null, case: null }
  const amount = readKronor(cell('kronor'), layout.unit)
  const posts = readPosts(text('posts'))
  const before = standing.award
  const after: AwardFacts = {
    kronor: amount.type === 'kronor' ? amount.kronor : null,
    posts: posts ?? before?.posts ?? null,
    caseNumber: text('caseNumber') || (before?.caseNumber ?? null),
    note: layout.columns.note === null ? (before?.note ?? null) : text('note') || null,
  }
  const problems = [
    ...(problem ? [problem] : []),
    ...(recipient ? placeProblems(recipient, standing, context) : []),
    ...amountProblems(amount, text('kronor')),
    ...(posts === undefined ? [{ type: 'posts' as const, written: text('posts') }] : []),
    ...[text('caseNumber'), text('note')]
      .filter((written) => written.length > longest)
      .map((written) => ({ type: 'tooLong' as const, written: `${written.slice(0, 40)}…` })),
  ]
  if (recipient && problems.length === 0) problems.push(...stateProblems(recipient, standing, after, context))
  const sound = recipient !== undefined && problems.length === 0
  return {
    line,
    written: { name: text('name') || text('orgNumber') || text('code'), kronor: text('kronor') },
    recipient: recipient ?? null,
    kronor: after.kronor,
    before,
    after: sound ? after : null,
    effect: sound ? effectOf(before, after) : null,
    opensCase: sound && standing.case === null,
    problems,
  }
}

interface Identified {
  readonly recipient?: Recipient
  readonly problem?: RowProblem
}

/** By organisation number, then code, then name; what a row says beside the first must not speak of somebody else. */
function identify(text: (role: ColumnRole) => string, { index }: ListContext): Identified {
  const [number, code, name] = [text('orgNumber'), text('code'), text('name')]
  if (number === '' && code === '' && name === '') return { problem: { type: 'nobody' } }
  const found = [
    { written: number, recipient: index.byNumber(number) },
    { written: code, recipient: index.byCode(code) },
    { written: name, recipient: index.byName(name) },
  ].flatMap(({ written, recipient }) => (recipient ? [{ written, recipient }] : []))
  const [first, ...others] = found
  if (!first) {
    const suggestion = index.nearest(name)?.shortName ?? null
    return { problem: { type: 'unknown', written: name || number || code, suggestion } }
  }
  const { recipient } = first
  const other = others.find((each) => each.recipient.id !== recipient.id)
  if (other) {
    const { written } = first
    return { problem: { type: 'contradiction', written, name: recipient.shortName, other: other.recipient.shortName } }
  }
  // A number that is nobody's, beside a name whose number the register knows.
  const right = recipient.orgNumber
  if (number !== '' && isOrgNumber(number) && right !== null && index.byNumber(number)?.id !== recipient.id) {
    return { recipient, problem: { type: 'wrongNumber', written: number, name: recipient.shortName, right } }
  }
  return { recipient }
}

/** Only the agency's own county, and only its own cases. */
function placeProblems(recipient: Recipient, standing: Standing, { agency }: ListContext): RowProblem[] {
  const name = recipient.shortName
  if (agency.countyCode !== null && recipient.countyCode !== agency.countyCode) {
    return [{ type: 'outside', name, county: recipient.county ?? '–', ours: agency.county ?? '–' }]
  }
  return standing.case && standing.case.agencyId !== agency.id ? [{ type: 'otherAgency', name }] : []
}

function amountProblems(amount: ReadKronor, written: string): RowProblem[] {
  return amount.type === 'kronor' ? [] : [{ type: amount.type, written }]
}

/** Hundredths; null where nothing stands, undefined where it cannot be read. */
function readPosts(written: string): number | null | undefined {
  if (written === '') return null
  const read = readScaledNumber(written.replace(/\s*(tjänster|heltider|årsarbetare|årsanställningar)$/i, ''), 2)
  return read.type === 'scaled' && read.units >= 0 ? read.units : undefined
}

/**
 * What has been reported on stays, and what is being signed must be unlocked first: the signatory has seen the award. In
 * a round of applications the award comes after them.
 */
function stateProblems(
  recipient: Recipient,
  { award, case: theirs, distributed }: Standing,
  after: AwardFacts,
  { round }: ListContext,
): RowProblem[] {
  const name = recipient.shortName
  const moved = award?.kronor !== after.kronor || (award?.posts ?? null) !== after.posts
  // Its districts have their parts: the city takes them back before the whole can change.
  if (distributed && award?.kronor !== after.kronor) return [{ type: 'distributed', name }]
  const state = theirs?.state ?? 'notOpened'
  if (state === 'notOpened' || state === 'started') return []
  if (state === 'awaitingSignature') {
    return moved || (award?.caseNumber ?? null) !== after.caseNumber ? [{ type: 'awaitingSignature', name }] : []
  }
  return moved && round.kind !== 'application' ? [{ type: 'submitted', name }] : []
}

function effectOf(before: AwardFacts | null, after: AwardFacts): Effect {
  const [was, is] = [before?.kronor ?? null, after.kronor ?? 0]
  if (was === null) return 'new'
  if (was !== is) return is > was ? 'raised' : 'lowered'
  const same =
    before?.posts === after.posts && before.caseNumber === after.caseNumber && (before.note ?? null) === after.note
  return same ? 'same' : 'changed'
}
