import { originText } from '~/views/sheet/row-key'
import { rowsOf } from '~/views/sheet/sheet-rows'
import { writeWorkbook } from '~/views/sheet/workbook.server'
import { tableOfCase, type WhichTable } from './table-of-case.server'

/** Words of the portal for the workbook. */
export interface WorkbookWords {
  readonly guide: string
  readonly chooseTitle: string
  readonly chooseText: string
  /** The lines of the sheet that says how the table is filled in. */
  lines(table: {
    readonly label: string
    readonly form: string
    readonly organisation: string
    readonly hasGivenRows: boolean
  }): readonly string[]
}

export interface ExportedTable {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * A table of a case as an XLSX workbook, filled in as it stands, that finds its way back.
 *
 * @throws PortalError notFound, locked, closed
 */
export async function exportTable(which: WhichTable, words: WorkbookWords): Promise<ExportedTable> {
  const { checked, table, kind, question, context, label } = await tableOfCase(which)
  const { stored, form } = checked
  const shape = kind.sheet(question, context)
  const bytes = await writeWorkbook({
    shape,
    rows: rowsOf(shape, kind, table.whole, table.typed),
    name: label,
    origin: originText({ caseId: stored.id, question: question.id, revision: stored.revision }),
    guide: {
      name: words.guide,
      lines: words.lines({
        label,
        form: context.text(form.definition.title),
        organisation: stored.organisationName,
        hasGivenRows: shape.levels[0]?.given !== undefined,
      }),
    },
    choose: { title: words.chooseTitle, text: words.chooseText },
  })
  const name = `${label
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim()} ${stored.year}.xlsx`
  return { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}
