import { secondsSinceStart } from '../server/progress'
import type { Benchmark } from './figure'
import { largeForms } from './large-form'
import { pageWeight } from './page-weight'
import { savePages } from './save-page'
import { sealedPdf } from './sealed-pdf'
import { openWorld } from './world'
import { xlsxMemory } from './xlsx-memory'

const benchmarks: Readonly<Record<string, Benchmark>> = {
  save: savePages,
  pdf: sealedPdf,
  weight: pageWeight,
  xlsx: xlsxMemory,
  large: largeForms,
}

const say = (line: string) => void process.stderr.write(`${secondsSinceStart().padStart(6)} s  ${line}\n`)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benchmarks))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}\n`,
  )
  process.exit(2)
}

const world = await openWorld(say)
try {
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    say(`Measuring: ${name}`)
    for (const { name, value, floor, goal, met, notes } of await benchmark(world)) {
      const lines = [name, `  ${value}`, `  floor: ${floor}`, `  goal: ${goal}: ${met ? 'met' : 'MISSED'}`]
      process.stdout.write(`${[...lines, ...notes.map((note) => `  · ${note}`)].join('\n')}\n\n`)
    }
  }
} finally {
  await world.close()
}
process.exit(0)
