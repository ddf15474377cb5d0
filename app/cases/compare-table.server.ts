import { sha256Hex } from '~/forms/canonical'
import { type ComparedFile, compareFile } from '~/views/sheet/compare-file'
import { readSheets } from '~/views/sheet/read-file.server'
import { keyOf } from '~/views/sheet/sheet-rows'
import { type CaseHeading, caseHeading } from './heading.server'
import { keptSheet } from './kept-sheet.server'
import { type TableChanges, tableChanges } from './table-changes'
import { type TableOfCase, tableOfCase, type WhichTable } from './table-of-case.server'

/** Words of the portal for cells that hold no answer at all. */
export type SheetWords = Parameters<typeof compareFile>[2]

export interface CompareTable extends WhichTable {
  /** The kept file. */
  readonly file: string
  /** Rows that are not in the file stay. */
  readonly keepMissing: boolean
}

/** A table, and what a file that was handed over would make of it. */
export interface ComparedTable {
  readonly heading: CaseHeading
  readonly label: string
  readonly pageTitle: string
  /** Undefined before a file is handed over, and when the table is not found in it. */
  readonly compared: TableChanges | undefined
  readonly headings: readonly string[]
}

/**
 * The page of a table that comes from a spreadsheet.
 *
 * @throws PortalError notFound (table or file), locked, closed, wrongType, tooLarge, invalid
 */
export async function compareTable(
  input: Omit<CompareTable, 'file'> & { readonly file: string | undefined; readonly now: Date },
  words: SheetWords,
): Promise<ComparedTable> {
  const found = await tableOfCase(input)
  const { file } = input
  const compared = file === undefined ? undefined : await comparison(found, { ...input, file }, words)
  const { kind, question, context } = found
  return {
    heading: caseHeading(found.checked, input.language, input.now),
    label: found.label,
    pageTitle: found.pageTitle,
    compared: compared && { ...tableChanges(compared, input.language), seen: seenOf(compared) },
    headings: kind.sheet(question, context).columns.map(({ label }) => label),
  }
}

/** What a kept file would make of a table; undefined when the table is not found in it. */
export async function comparison(
  { table }: TableOfCase,
  { caseId, questionId, file, keepMissing }: CompareTable,
  words: SheetWords,
): Promise<ComparedFile | undefined> {
  const { bytes } = await keptSheet({ caseId, questionId }, file)
  return compareFile(table, await readSheets(bytes), words, keepMissing)
}

/** Tells whether what is agreed to is what was shown: the changed cells, before and after, and nothing else. */
export const seenOf = ({ changes, moved }: ComparedFile): string =>
  sha256Hex(JSON.stringify([moved, changes.map(({ what, row, cells }) => [what, keyOf(row), cells])]))

/** Whether a file can be accepted. */
export const isSound = ({ errors, strangers }: ComparedFile): boolean => errors.length === 0 && strangers.length === 0
