import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { casesOf } from './worked-cases'

const folder = mkdtempSync(join(tmpdir(), 'bidra-cases-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const surroundings = {
  round: { year: 2020, deadline: '2021-01-15T22:59:59.999Z' },
  agency: { name: 'Skolverket', contact: {} },
  recipient: { name: 'Botkyrka kommun', shortName: 'Botkyrka', contact: {} },
  award: {},
  rates: {},
}
const whole = { form: 'swimming', name: 'All', source: 'made up', madeUp: [], surroundings, answers: {}, expects: {} }

/** Reads a programme with these files in its folder of cases. */
function read(files: Record<string, unknown>) {
  const programme = mkdtempSync(join(folder, 'swimming-'))
  mkdirSync(join(programme, 'cases'))
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(programme, 'cases', name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return () => casesOf(folder, programme.slice(folder.length + 1))
}

test('what differs is merged into the whole case', () => {
  const change = { name: 'Less', surroundings: { award: { kronor: 1 } }, expects: {} }
  const cases = read({ 'a.json': whole, 'b.json': { form: 'swimming', base: 'a', cases: [change] } })()
  expect(cases.get('swimming')?.map(({ name, surroundings }) => [name, surroundings.award])).toEqual([
    ['All', {}],
    ['Less', { kronor: 1 }],
  ])
})

test('a grant without cases is told to make some', () => {
  mkdirSync(join(folder, 'bare'))
  expect(() => casesOf(folder, 'bare')).toThrow(
    'Make a folder app/programmes/bare/cases with worked cases: docs/form-language.md, «Worked cases».',
  )
})

const changed = (part: object) => ({ form: 'swimming', base: 'a', cases: [{ name: 'x', expects: {}, ...part }] })

test.each([
  ['no JSON', { 'a.json': '{' }, /cases\/a\.json: .*JSON/],
  [
    'a misspelt member',
    { 'a.json': { ...whole, expect: {} } },
    /cases\/a\.json cannot be used:\n {2}There is no member called «expect» here\. Did you mean «expects»\?/,
  ],
  [
    'a member too few',
    { 'a.json': { ...whole, source: undefined } },
    /cases\/a\.json cannot be used:\n {2}source: «source» is missing\./,
  ],
  [
    'odd surroundings',
    { 'a.json': { ...whole, surroundings: { ...surroundings, award: { kronr: 1 } } } },
    /cases\/a\.json cannot be used:\n {2}surroundings\.award: There is no member called «kronr» here\. Did you mean «kronor»\?/,
  ],
  [
    'odd surroundings of a change',
    { 'a.json': whole, 'b.json': changed({ surroundings: { rates: { unit: '1' } } }) },
    /cases\/b\.json cannot be used:\n {2}cases\.0\.surroundings\.rates\.unit: Whole kronor/,
  ],
  [
    'a misspelt base',
    { 'aquatics.json': whole, 'b.json': { ...changed({}), base: 'aquatic' } },
    /cases\/b\.json: «base» names no file with a whole case of «swimming»: «aquatic»\. Did you mean «aquatics»\?/,
  ],
])('the file and the place are told of %s', (_name, files, message) => {
  expect(read(files)).toThrow(message)
})
