import { sha256Hex } from '~/forms/record'
import { type Cell, rowText, type Sheet, textOf } from '~/platform/spreadsheet/sheet'
import { readTotal, type ToldTotal } from './amounts'
import { judgeRow } from './judge-row'
import type { JudgedList, JudgedRow, ListContext, ListProblem, StatedTotal } from './judged-list'
import { type Choices, type Layout, layOut, type RowKind } from './layout'

/** What somebody says about a list beside how it is laid out. */
export interface ListChoices extends Choices {
  /** A total told beside the list, as typed: «79,8 miljoner». */
  readonly total?: string
}

/**
 * Judges a whole list against the round as it stands. Every row and every total is looked at, whatever is wrong with the
 * others, so that a list can be put right in one go.
 */
export function judgeList(sheet: Sheet, context: ListContext, choices: ListChoices = {}): JudgedList {
  const layout = layOut(sheet, context.index, context.round.year, choices)
  const at = (...kinds: readonly RowKind[]) =>
    layout.kinds.flatMap((kind, row) => (kinds.includes(kind) ? [{ row, kind }] : []))
  const rows = withRepeated(at('row').map(({ row }) => judgeRow(sheet.rows[row] ?? [], row + 1, layout, context)))
  const { totals, problems: unreadable } = judgeTotals(sheet, layout, rows, choices.total)
  const problems = [...layoutProblems(layout, rows), ...unreadable]
  return {
    layout,
    rows,
    passedOver: at('title', 'header', 'subtotal', 'sum', 'aside').map(({ row, kind }) => ({
      line: row + 1,
      kind,
      text: rowText(sheet.rows[row] ?? []),
    })),
    sum: sumOf(rows),
    totals,
    problems,
    missing: missingFrom(rows, context),
    sound:
      problems.length === 0 &&
      totals.every(({ agrees }) => agrees) &&
      rows.every((row) => row.problems.length === 0 && row.after !== null),
    fingerprint: sha256Hex(
      JSON.stringify([
        context.agency.id,
        ...rows.map(({ recipient, before, after, opensCase }) => [recipient?.id, before, after, opensCase]),
      ]),
    ),
  }
}

const sumOf = (rows: readonly JudgedRow[]) => rows.reduce((sum, { kronor }) => sum + (kronor ?? 0), 0)

/** Each row of a recipient that has several names the first other one. */
function withRepeated(rows: readonly JudgedRow[]): JudgedRow[] {
  const lines = new Map<string, number[]>()
  for (const { recipient, line } of rows) {
    if (recipient) lines.set(recipient.id, [...(lines.get(recipient.id) ?? []), line])
  }
  return rows.map((row) => {
    const other = row.recipient && lines.get(row.recipient.id)?.find((line) => line !== row.line)
    if (!row.recipient || !other) return row
    const twice = { type: 'twice', name: row.recipient.shortName, line: other } as const
    return { ...row, after: null, effect: null, opensCase: false, problems: [...row.problems, twice] }
  })
}

function layoutProblems({ columns }: Layout, rows: readonly JudgedRow[]): ListProblem[] {
  const nobody = columns.name === null && columns.orgNumber === null && columns.code === null
  return [
    ...(rows.length === 0 ? [{ type: 'empty' as const }] : []),
    ...(nobody ? [{ type: 'noRecipientColumn' as const }] : []),
    ...(columns.kronor === null ? [{ type: 'noAmountColumn' as const }] : []),
  ]
}

/** Every total that stands in the list or was told beside it, against the rows that it is for. */
function judgeTotals(sheet: Sheet, layout: Layout, rows: readonly JudgedRow[], told = '') {
  const totals: StatedTotal[] = []
  const problems: ListProblem[] = []
  const state = (source: StatedTotal['source'], line: number | null, total: ToldTotal, sum: number) => {
    const difference = sum - total.kronor
    const agrees = Math.abs(difference) <= total.within
    totals.push({ source, line, kronor: total.kronor, sum, difference, agrees, rounded: total.within > 0 })
  }
  let since = 0
  layout.kinds.forEach((kind, at) => {
    if (kind !== 'sum' && kind !== 'subtotal') return
    const { total, written } = totalIn(sheet.rows[at] ?? [], layout)
    if (total) {
      const counted = kind === 'sum' ? rows : rows.filter(({ line }) => line > since && line <= at)
      state(kind === 'sum' ? 'list' : 'part', at + 1, total, sumOf(counted))
    } else if (written !== '') problems.push({ type: 'unreadableTotal', written })
    since = at + 1
  })
  if (told.trim() !== '') {
    const total = readTotal(told)
    if (total) state('told', null, total, sumOf(rows))
    else problems.push({ type: 'unreadableTotal', written: told.trim() })
  }
  return { totals, problems }
}

/** In the column of amounts, else in the last cell that is one. */
function totalIn(row: readonly Cell[], { columns, unit }: Layout) {
  const cell = columns.kronor === null ? undefined : row[columns.kronor]
  const written = textOf(cell)
  if (written !== '') return { total: readTotal(cell, unit), written }
  return { total: row.map((each) => readTotal(each, unit)).findLast((total) => total !== undefined), written }
}

/** A row that cannot be matched may be the one that is missing: what it suggests is not named once more. */
function missingFrom(rows: readonly JudgedRow[], { expected }: ListContext) {
  const there = new Set(rows.map(({ recipient }) => recipient?.id))
  const suggested = new Set(
    rows.flatMap(({ problems }) => problems.map((problem) => (problem.type === 'unknown' ? problem.suggestion : null))),
  )
  return expected.filter(({ id, shortName }) => !there.has(id) && !suggested.has(shortName))
}
