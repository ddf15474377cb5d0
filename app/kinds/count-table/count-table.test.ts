import { describe, expect, it } from 'vitest'
import { contextIn, judged, questionOf, words } from '../testing/judged'
import { countTable } from './kind'

const ages = ['a18', 'a30', 'a50', 'a65']
const options = {
  corner: words('Ålder'),
  rows: [
    { id: 'total', label: words('Totalt antal'), total: true },
    ...ages.map((id) => ({ id, label: words(`${id.slice(1)} år och äldre`) })),
  ],
  columns: [
    { id: 'women', label: words('Kvinnor'), parts: words('Kvinnornas åldrar') },
    { id: 'men', label: words('Män'), parts: words('Männens åldrar') },
  ],
  sum: true,
  addUp: { label: words('Summa åldrar'), remedy: words('Ändra totalen eller någon av åldrarna.') },
}

/** Total, then ages. */
function table(women: readonly (string | number)[], men: readonly (string | number)[]) {
  const rows = ['total', ...ages]
  return Object.fromEntries(rows.map((row, place) => [row, { women: women[place] ?? '', men: men[place] ?? '' }]))
}

const botkyrka = table([83, 14, 35, 30, 4], [66, 16, 23, 23, 4])

describe('a count table', () => {
  it('reads the real figures', () => {
    expect(judged(countTable, options, botkyrka)).toEqual(botkyrka)
  })

  it('says by how much the parts of a column miss its total, at the total', () => {
    expect(judged(countTable, options, table([83, 14, 35, 30, 5], [66, 16, 23, 23, 4]))).toEqual({
      'total.women': 'Kvinnornas åldrar blir 84, alltså 1 mer än totalen 83. Ändra totalen eller någon av åldrarna.',
    })
    expect(judged(countTable, options, table([83, 14, 35, 30, 4], [70, 16, 23, 23, 4]))).toEqual({
      'total.men': 'Männens åldrar blir 66, alltså 4 mindre än totalen 70. Ändra totalen eller någon av åldrarna.',
    })
  })

  it('names cells that are missing or cannot be read, and adds up only whole columns', () => {
    expect(judged(countTable, options, table([83, 14, 'många', 30, ''], [66, 16, 23, 23, 4]))).toEqual({
      'a30.women': 'Skriv ett heltal med siffror i Kvinnor, 30 år och äldre, till exempel 12.',
      'a65.women': 'Fyll i Kvinnor, 65 år och äldre. Skriv 0 om det inte är någon.',
    })
    expect(judged(countTable, { ...options, addUp: undefined }, table([1, 1, 1, 1, -1], [1, 1, 1, 1, '1,5']))).toEqual({
      'a65.women': expect.stringContaining('mindre än 0'),
      'a65.men': expect.stringContaining('heltal'),
    })
  })

  it('tells what is missing from what is wrong', () => {
    const question = questionOf(countTable, options)
    const typed = countTable.read(table([83, 'x'], []), question) ?? {}
    const issues = countTable.schema(question, contextIn('sv')).safeParse(typed).error?.issues ?? []
    const missing = issues.map((issue) => issue.code === 'custom' && issue.params?.missing)
    expect(missing.filter((is) => is === false)).toHaveLength(1)
    expect(missing.filter((is) => is === true)).toHaveLength(8)
  })

  it('lets expressions see the good cells of a bad table', () => {
    const question = questionOf(countTable, options)
    const typed = countTable.read(table([83, 'x'], [66]), question) ?? {}
    expect(countTable.partial(question, typed, contextIn('sv'))).toEqual({ total: { women: 83, men: 66 } })
  })

  it('is nothing when every cell is empty', () => {
    expect(judged(countTable, options, table([], []))).toBeUndefined()
    expect(judged(countTable, options, { surprise: { women: '1' } })).toBeUndefined()
  })

  it('shows rows with their sums, totals standing out', () => {
    const display = countTable.display(
      questionOf(countTable, options),
      { total: { women: 83, men: 1000 } },
      contextIn('sv'),
    )
    expect(display).toMatchObject({
      columns: [{ label: 'Kvinnor' }, { label: 'Män' }, { label: 'Summa', numeric: true }],
    })
    expect(display.type === 'table' && display.rows[0]).toEqual({
      id: 'total',
      label: 'Totalt antal',
      cells: ['83', '1\u00a0000', '1\u00a0083'],
      strong: true,
    })
  })

  it('adds up only to one total', () => {
    const rows = options.rows.map((row) => ({ ...row, total: false }))
    expect(() => questionOf(countTable, { ...options, rows })).toThrow('exactly one')
  })
})
