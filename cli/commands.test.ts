import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, transaction } from '~/platform/db.server'
import { trialAuthority } from '~/signing/testing/trial'
import { auditVerify } from './audit-verify'
import type { Command, Flags } from './command'
import { demoReset } from './demo-reset'
import { formCheck } from './form-check'
import { formLint } from './form-lint'
import { formRender } from './form-render'
import { formSchema } from './form-schema'
import { pdfVerify } from './pdf-verify'
import { trustAdd, trustEnd, trustList } from './trust'
import { userAdd } from './user-add'

const worked = 'app/programmes/personligt-ombud/cases/po-return-botkyrka-2020.json'
const definition = 'app/programmes/personligt-ombud/return.form.yaml'
let folder: string
const file = (name: string) => join(folder, name)
const run = (command: Command, words: readonly string[], flags: Flags = {}) => command.run(words, flags)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bidra-cli-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a built-in form can be published; one that is spoilt cannot, and every fault has its place', async () => {
  expect((await run(formLint, [definition])).code).toBe(0)
  const source = await readFile(definition, 'utf8')
  await writeFile(file('spoilt.yaml'), source.replace('kind: yes-no', 'kind: maybe'))
  const spoilt = await run(formLint, [file('spoilt.yaml')])
  expect(spoilt.code).toBe(1)
  expect(spoilt.text).toMatch(/pages\.\w+\.questions\.\w+\.kind: .*«maybe»/)
})

test('a file that is not there, or is no form, cannot be used', async () => {
  await expect(run(formLint, [file('nothing.yaml')])).rejects.toMatchObject({ name: 'Unusable' })
  await expect(run(formCheck, ['po-retur'], { answers: worked })).rejects.toThrow('po-return')
  await expect(run(formCheck, ['po-return'])).rejects.toThrow('--answers')
})

test('a worked case is valid by id, by file and by published version', async () => {
  for (const form of ['po-return', definition, 'po-return@1']) {
    const { code, json } = await run(formCheck, [form], { answers: worked })
    expect(code, form).toBe(0)
    expect(json).toMatchObject({ valid: true, errors: [], computed: { remaining: 0 } })
  }
  await expect(run(formCheck, ['po-return@99'], { answers: worked })).rejects.toThrow('no published version')
})

test('what is wrong names page, question, row and column; unknown keys are told', async () => {
  const whole = JSON.parse(await readFile(worked, 'utf8'))
  const table = Object.entries<unknown>(whole.answers).find(([, value]) => holdsTable(value))
  if (!table) throw new Error('the worked case has no table')
  const [id, cells] = table
  const [row, columns] = Object.entries(Object(cells))[0] ?? ['', {}]
  const column = Object.keys(Object(columns))[0] ?? ''
  const spoilt = { ...Object(cells), [row]: { ...Object(columns), [column]: 'några' } }
  await writeFile(
    file('wrong.json'),
    JSON.stringify({ ...whole, answers: { ...whole.answers, [id]: spoilt, nosuch: 1 } }),
  )
  const { code, json, text } = await run(formCheck, ['po-return'], { answers: file('wrong.json') })
  expect(code).toBe(1)
  expect(json).toMatchObject({ valid: false, unknown: ['nosuch'] })
  expect(Object(json).errors).toContainEqual(expect.objectContaining({ field: `${id}.${row}.${column}`, row, column }))
  expect(text).toContain('page «')
})

test('surroundings that cannot be used are told with the file and the place', async () => {
  const whole = JSON.parse(await readFile(worked, 'utf8'))
  const { surroundings } = whole
  const odd = { ...surroundings, award: { kronor: '1 127 386' }, recipiant: {} }
  await writeFile(file('odd.json'), JSON.stringify({ ...whole, surroundings: odd }))
  await expect(run(formCheck, ['po-return'], { answers: file('odd.json') })).rejects.toMatchObject({
    name: 'Unusable',
    message: [
      `The surroundings in ${file('odd.json')} cannot be used:`,
      'surroundings.award.kronor: Whole kronor, a number: 402638.',
      'surroundings: There is no member called «recipiant» here. Did you mean «recipient»?',
    ].join('\n  '),
  })
  await writeFile(file('around.json'), JSON.stringify({ agency: { contact: { mail: 'a@b.example' } } }))
  const flags = { out: file('odd.pdf'), surroundings: file('around.json') }
  await expect(run(formRender, ['po-return'], flags)).rejects.toThrow(
    `The surroundings in ${file('around.json')} cannot be used:\n  agency.contact: There is no member called «mail» here.`,
  )
})

function holdsTable(value: unknown): boolean {
  const first = typeof value === 'object' && value !== null ? Object.values(value)[0] : undefined
  return typeof first === 'object' && first !== null && Object.values(first).some((cell) => typeof cell === 'number')
}

test('a form is rendered, empty and filled in; the copy is not taken for a signed document', async () => {
  const empty = file('empty.pdf')
  expect((await run(formRender, ['po-return'], { out: empty })).code).toBe(0)
  const filled = file('filled.pdf')
  expect((await run(formRender, [definition], { out: filled, answers: worked, language: 'en' })).code).toBe(0)
  expect((await readFile(filled)).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await run(pdfVerify, [filled])).code).toBe(1)
  await writeFile(file('text.pdf'), 'no document at all')
  expect((await run(pdfVerify, [file('text.pdf')])).code).toBe(2)
})

test('the schema of the form language knows every kind', async () => {
  const { json } = await run(formSchema, [])
  expect(JSON.stringify(json)).toContain('"count-table"')
})

test('roots of another installation are trusted, listed and ended; the log tells', async () => {
  const { rootPem } = await trialAuthority()
  await writeFile(file('root.pem'), rootPem)
  await expect(run(trustAdd, [file('root.pem')])).rejects.toThrow('--use')
  await expect(run(trustAdd, [file('text.pdf')], { use: 'seal' })).rejects.toThrow('no certificate')
  expect((await run(trustAdd, [file('root.pem')], { use: 'timestamp' })).code).toBe(0)
  const listed = async () => {
    const { json } = await run(trustList, [])
    const added = Array.isArray(json) ? json.filter((each) => Object(each).added) : []
    return Object(added[0])
  }
  expect(await listed()).toMatchObject({ use: 'timestamp', until: null })
  await run(trustEnd, [String((await listed()).fingerprint).slice(0, 12)], { at: '2021-03-01' })
  expect(await listed()).toMatchObject({ until: new Date('2021-03-01') })
  await expect(run(trustEnd, ['0123456789ab'])).rejects.toThrow('trust list')
  const told = await db().auditEvent.findMany({ where: { entity: 'trust' }, orderBy: { seq: 'asc' } })
  expect(told.map(({ action }) => action)).toEqual(['trust.added', 'trust.ended'])
})

test('a person is let in, again without harm, and only into what exists', async () => {
  const flags = { name: 'Eva Ek', email: 'Eva.Ek@example.se', organisation: '0127', role: 'administrator' }
  expect(await run(userAdd, [], flags)).toMatchObject({ code: 0, json: { organisation: 'Botkyrka kommun' } })
  expect(await run(userAdd, [], { ...flags, role: 'officer', operator: true })).toMatchObject({
    json: { roles: expect.arrayContaining(['administrator', 'officer']) },
  })
  expect(await db().user.findUnique({ where: { email: 'eva.ek@example.se' } })).toMatchObject({ operator: true })
  await expect(run(userAdd, [], { ...flags, organisation: 'Ankeborg' })).rejects.toThrow('Ankeborg')
  await expect(run(userAdd, [], { ...flags, role: 'king' })).rejects.toThrow('king')
})

test('the audit log is whole, until somebody has been at it', async () => {
  const whole = await run(auditVerify, [])
  expect(whole.code).toBe(0)
  const head = whole.text.split('Head: ')[1] ?? ''
  expect((await run(auditVerify, [], { head })).code).toBe(0)
  await transaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER')
    await tx.$executeRawUnsafe(`UPDATE "AuditEvent" SET actor = 'nobody' WHERE seq = 1`)
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER')
  })
  expect(await run(auditVerify, [])).toMatchObject({ code: 1, json: { faults: [{ seq: 1, fault: 'changed' }] } })
})

test('without a demonstration nothing is reset', async () => {
  await expect(run(demoReset, [])).rejects.toMatchObject({ name: 'Unusable' })
})
