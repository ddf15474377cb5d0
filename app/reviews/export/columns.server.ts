import type { TFunction } from 'i18next'
import { readRecord } from '~/cases/read-record'
import type { CaseRecord } from '~/forms/record'
import type { Language } from '~/forms/text'
import type { Column } from '~/kinds/contract'
import { kindOf } from '~/kinds/registry.server'
import { type NamedRound, roundContext } from '../round.server'
import type { ExportRow } from './rows.store.server'

/** What a cell holds: dates as ISO text for `date`, as moments for `moment`. */
export type Cell = string | number | boolean | Date | null

export interface ExportColumn {
  /** Unique and the same in every language: «case.state», «clientsAll.total.women». */
  readonly id: string
  /** Unique */
  readonly label: string
  readonly type: Column<never>['type'] | 'moment'
  of(row: ExportRow, record: CaseRecord | undefined): Cell
}

interface QuestionColumn extends ExportColumn {
  /** The title of the question's page. */
  readonly page: string
}

/** The columns of a round: the case's own facts, then every question of the form in its order. */
export function exportColumns(round: NamedRound, language: Language, t: TFunction): readonly ExportColumn[] {
  return distinct(factColumns(t), questionColumns(round, language))
}

/** One row's cells; the record is read once. */
export function cellsOf(columns: readonly ExportColumn[], row: ExportRow): Cell[] {
  const record = row.record === null ? undefined : readRecord(row.record)
  return columns.map((column) => column.of(row, record))
}

function factColumns(t: TFunction): ExportColumn[] {
  const column = (id: string, type: ExportColumn['type'], of: (row: ExportRow) => Cell): ExportColumn => ({
    id: `case.${id}`,
    label: t(`export.column.${id}`),
    type,
    of,
  })
  return [
    column('recipient', 'text', (row) => row.name),
    column('orgNumber', 'text', (row) => row.orgNumber),
    column('code', 'text', (row) => row.code),
    column('county', 'text', (row) => row.county),
    column('caseNumber', 'text', (row) => row.caseNumber),
    column('ownCaseNumber', 'text', (row) => row.ownCaseNumber),
    column('state', 'text', (row) => t(`common:caseState.${row.state}`)),
    column('submitted', 'moment', (row) => row.submittedAt),
    column('late', 'boolean', (row) => row.late),
    column('awarded', 'money', (row) => row.awarded),
    column('posts', 'decimal', (row) => (row.posts === null ? null : row.posts / 100)),
    column('signatory', 'text', (row) => row.signatory),
    column('controlCode', 'text', (row) => row.recordHash),
  ]
}

function questionColumns({ form, ...round }: NamedRound, language: Language): QuestionColumn[] {
  // A heading stands for every recipient, so its live values are those of the round alone.
  const context = roundContext(form, round, language)
  // What is for the recipient alone is in no record.
  const pages = form.pages.filter(({ internal }) => !internal)
  return pages.flatMap((page) =>
    page.questions.flatMap((question) => {
      const { id } = question
      const kind = kindOf(question.kind)
      if (!kind) return []
      const heading = [question.number, context.text(question.label)].filter(Boolean).join(' ')
      return kind.columns(question, context).map((column) => ({
        id: column.id === '' ? id : `${id}.${column.id}`,
        label: column.id === '' ? heading : `${heading}: ${column.label}`,
        page: context.text(page.title),
        type: column.type,
        of: (_row: ExportRow, record: CaseRecord | undefined) => {
          const answer = record?.answers[id]
          return answer === undefined ? null : column.of(answer)
        },
      }))
    }),
  )
}

/** Two questions may have the same words («Kommentar»): then their pages tell them apart, else their ids. */
function distinct(facts: readonly ExportColumn[], questions: readonly QuestionColumn[]): readonly ExportColumn[] {
  const repeated = (labels: readonly string[]) => new Set(labels.filter((label, at) => labels.indexOf(label) !== at))
  const labelsOf = (columns: readonly ExportColumn[]) => [...facts, ...columns].map(({ label }) => label)
  const words = repeated(labelsOf(questions))
  const onPages = questions.map(({ page, ...column }) =>
    words.has(column.label) ? { ...column, label: `${column.label} (${page})` } : column,
  )
  const still = repeated(labelsOf(onPages))
  const told = onPages.map((column) =>
    still.has(column.label) ? { ...column, label: `${column.label} (${column.id})` } : column,
  )
  return [...facts, ...told]
}
