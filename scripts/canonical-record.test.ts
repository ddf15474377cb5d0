import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allKinds } from '../app/kinds/registry.server'

const page = readFileSync(new URL('../docs/canonical-record.md', import.meta.url), 'utf8')
const answers = page.split('## Answers\n')[1]?.split('\n## ')[0] ?? ''
/** The kinds in the first cell of each row. */
const named = [...answers.matchAll(/^\| (`[^|]+`) +\|/gm)].flatMap(([, cell = '']) =>
  cell.replaceAll('`', '').split(', '),
)

it('docs/canonical-record.md says how the answer of every kind is kept', () => {
  const kinds = allKinds.map(({ name }) => name)
  const forgotten = kinds.filter((name) => !named.includes(name))
  expect(forgotten, 'Add a row for the kind to the table under «Answers» in docs/canonical-record.md.').toEqual([])
  const gone = named.filter((name) => !kinds.includes(name))
  expect(gone, 'There is no such kind in allKinds: see docs/canonical-record.md.').toEqual([])
})
