import type { Display } from '~/forms/display'
import type { Language } from '~/forms/text'

/** Characters that find room beside a label. */
const room = 60

/**
 * An answer in a few words: «1 127 386 kr», «83 kvinnor, 66 män» for a table with one total row. Undefined when it takes
 * more room than that.
 */
export function shortDisplay(display: Display, language: Language): string | undefined {
  switch (display.type) {
    case 'text':
      return fitting(display.text)
    case 'lines':
      return fitting(display.lines.join(', '))
    case 'table':
      return totals(display, language)
    case 'empty':
    case 'file':
      return undefined
  }
}

/** The sum of the total row, where a table has both: «149». */
export function sumOfTotals(display: Display): string | undefined {
  if (display.type !== 'table') return undefined
  const sum = display.columns.findIndex((column) => column.sum)
  return totalRow(display)?.cells[sum] || undefined
}

type Table = Extract<Display, { type: 'table' }>

function totals(table: Table, language: Language): string | undefined {
  const parts = table.columns.flatMap(({ label, sum }, index) => {
    const cell = totalRow(table)?.cells[index]
    return sum || !cell ? [] : [{ cell, label: label.toLocaleLowerCase(language) }]
  })
  const [only] = parts
  if (!only) return undefined
  return parts.length === 1 ? only.cell : parts.map(({ cell, label }) => `${cell}\u00a0${label}`).join(', ')
}

function totalRow({ rows }: Table) {
  const strong = rows.filter((row) => row.strong)
  return strong.length === 1 ? strong[0] : undefined
}

function fitting(text: string): string | undefined {
  return text.length <= room && !text.includes('\n') ? text : undefined
}
