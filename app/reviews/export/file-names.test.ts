import { expect, test } from 'vitest'
import { fileName, filesIn, nameKeeper } from './file-names'

test.each([
  ['Botkyrka kommun – Personligt ombud 2020.pdf', 'Botkyrka kommun – Personligt ombud 2020.pdf'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['a\\b:c*d?e"f<g>h|i', 'a-b-c-d-e-f-g-h-i'],
  ['kvitto\u0000.txt\u202Efdp', 'kvitto-.txt-fdp'],
  [' . ', 'namnlös'],
  ['con.txt', '_con.txt'],
])('«%s» is written as «%s»', (name, written) => {
  expect(fileName(name)).toBe(written)
})

test('a name is given out once, whatever its case', () => {
  const keep = nameKeeper()
  expect([keep('plan.pdf'), keep('Plan.pdf'), keep('plan.pdf'), keep('plan')]).toEqual([
    'plan.pdf',
    'Plan (2).pdf',
    'plan (3).pdf',
    'plan',
  ])
})

test('files are found wherever they stand, each once', () => {
  const file = { name: 'a.pdf', type: 'application/pdf', size: 1, sha256: 'a'.repeat(64) }
  const other = { ...file, sha256: 'b'.repeat(64) }
  expect(filesIn({ one: [file], rows: [{ receipt: other, name: 'x' }, { receipt: file }], text: 'a.pdf' })).toEqual([
    file,
    other,
  ])
})
