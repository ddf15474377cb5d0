import { describe, expect, test } from 'vitest'
import type { Display } from '~/forms/display'
import { shortDisplay, sumOfTotals } from './short-display'

const table = (strong: boolean, columns: readonly string[], cells: readonly string[], sum = false): Display => ({
  type: 'table',
  corner: 'Ålder',
  columns: columns.map((label, index) => ({
    label,
    numeric: true,
    ...(sum && index === columns.length - 1 && { sum: true }),
  })),
  rows: [
    { id: 'total', label: 'Totalt', cells, ...(strong && { strong }) },
    { id: 'young', label: '18–29 år', cells: cells.map(() => '1') },
  ],
})

describe('an answer in a few words', () => {
  test.each<[string, Display, string | undefined]>([
    ['a figure', { type: 'text', text: '2,80', numeric: true }, '2,80'],
    ['words that are too long', { type: 'text', text: 'x'.repeat(61) }, undefined],
    ['several lines of words', { type: 'text', text: 'ett\ntvå' }, undefined],
    ['a list', { type: 'lines', lines: ['unga', 'personer med barn'] }, 'unga, personer med barn'],
    ['a total row', table(true, ['Kvinnor', 'Män'], ['83', '66']), '83\u00a0kvinnor, 66\u00a0män'],
    [
      'a total row with a sum',
      table(true, ['Kvinnor', 'Män', 'Summa'], ['83', '66', '149'], true),
      '83\u00a0kvinnor, 66\u00a0män',
    ],
    ['a total row of one column', table(true, ['Antal'], ['7']), '7'],
    ['a table without totals', table(false, ['Kvinnor', 'Män'], ['83', '66']), undefined],
    ['nothing', { type: 'empty' }, undefined],
  ])('%s', (_name, display, words) => {
    expect(shortDisplay(display, 'sv')).toBe(words)
  })

  test('the sum of the totals', () => {
    expect(sumOfTotals(table(true, ['Kvinnor', 'Män', 'Summa'], ['83', '66', '149'], true))).toBe('149')
    expect(sumOfTotals(table(true, ['Kvinnor', 'Män'], ['83', '66']))).toBeUndefined()
    expect(sumOfTotals({ type: 'text', text: '149' })).toBeUndefined()
  })
})
