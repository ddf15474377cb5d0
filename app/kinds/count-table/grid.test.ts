import { expect, it } from 'vitest'
import { cellsOf, nextPlace, sizeOf } from './grid'

it('takes blocks as spreadsheets copy them', () => {
  expect(cellsOf('83\t66\r\n14\t 16\r\n')).toEqual([
    ['83', '66'],
    ['14', '16'],
  ])
  expect(cellsOf('83')).toEqual([['83']])
  expect(cellsOf('1\n\n2')).toEqual([['1'], [''], ['2']])
  expect(sizeOf(cellsOf('1\t2\t3\n4'))).toEqual({ rows: 2, columns: 3 })
})

it('goes up and down a column by keys', () => {
  const place = { row: 1, column: 1 }
  expect(nextPlace('ArrowUp', place)).toEqual({ row: 0, column: 1 })
  expect(nextPlace('ArrowDown', place)).toEqual({ row: 2, column: 1 })
  expect(nextPlace('Enter', place)).toEqual({ row: 2, column: 1 })
  expect(nextPlace('Tab', place)).toBeUndefined()
  expect(nextPlace('ArrowLeft', place)).toBeUndefined()
})
