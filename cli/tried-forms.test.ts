import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { formCheck } from './form-check'
import { formLint } from './form-lint'
import { formRender } from './form-render'

/** Forms that newcomers have written with the guide alone (docs/tried): none of them is built in. */
const tried = [
  {
    form: 'docs/tried/us-federal-financial-report/return.form.yaml',
    computed: { onHand: 18_500, unobligated: 344_750 },
    broken: 8,
    row: { row: 'r2', column: 'federal', check: 'federalWithinCharged' },
  },
  {
    form: 'docs/tried/county-project-fund/application.form.yaml',
    computed: { totalCost: 6000, match: 3000, matchInKind: 500, totalIncome: 6000 },
    broken: 11,
    row: { row: 'r2', column: 'fromGrant', check: 'grantWithinRow' },
  },
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bidra-tried-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it.each(tried)('$form is linted, checked and rendered', async ({ form, computed, broken, row }) => {
  const beside = (name: string) => join(form, '..', name)
  expect((await formLint.run([form], {})).code).toBe(0)

  const valid = await formCheck.run([form], { answers: beside('valid.json') })
  expect(valid).toMatchObject({ code: 0, json: { valid: true, computed } })

  const { code, json } = await formCheck.run([form], { answers: beside('broken.json') })
  const { errors } = Object(json)
  expect([code, errors.length]).toEqual([1, broken])
  expect(errors).toContainEqual(expect.objectContaining(row))

  for (const answers of [undefined, beside('valid.json')]) {
    const out = join(folder, 'copy.pdf')
    expect((await formRender.run([form], { out, language: 'en', ...(answers && { answers }) })).code).toBe(0)
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-')
  }
})
