import type { Context, KindLookup } from '../contract'
import type { SheetColumn, SheetLevel, SheetShape } from '../sheet'
import { cellQuestion, type TableOptions } from './columns'
import { messages } from './messages'

/** The rows of the table, and as levels of their own those of the tables within them. */
export function tableSheet(options: TableOptions, kinds: KindLookup, context: Context): SheetShape {
  const given = options.fixedRows
    ?.filter(({ subtotal }) => !subtotal)
    .map(({ id, label }) => ({ id, label: context.text(label) }))
  const levels: SheetLevel[] = [{ given }]
  const columns: SheetColumn[] = []
  if (given) {
    const label = options.corner ? context.text(options.corner) : messages[context.language].row
    columns.push({ path: ['_name'], level: 0, label, type: 'text', names: true })
  }
  for (const column of options.columns) {
    const shape = kinds(column.kind)?.sheet(cellQuestion(column), context)
    if (!shape) continue
    if (shape.levels.length === 0) {
      columns.push(...shape.columns.map((each) => ({ ...each, path: [column.id, ...each.path] })))
      continue
    }
    const level = levels.length
    levels.push(...shape.levels.map((each) => ({ ...each, within: column.id })))
    columns.push(...shape.columns.map((each) => ({ ...each, level: level + each.level })))
  }
  return { levels, columns: distinct(columns, options, context) }
}

/** Two columns with the same heading say which table they belong to. */
function distinct(columns: readonly SheetColumn[], options: TableOptions, { text }: Context): readonly SheetColumn[] {
  const nested = options.columns.filter((column) => column.nested)
  const counts = new Map<string, number>()
  for (const { label } of columns) counts.set(label, (counts.get(label) ?? 0) + 1)
  return columns.map((column) => {
    const outer = column.level === 0 ? undefined : nested[column.level - 1]
    return outer && (counts.get(column.label) ?? 0) > 1
      ? { ...column, label: `${text(outer.label)}: ${column.label}` }
      : column
  })
}
