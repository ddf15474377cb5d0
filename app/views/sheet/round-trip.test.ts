import fc from 'fast-check'
import { writeCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Question } from '~/forms/definition'
import type { Json } from '~/forms/json'
import type { AnyKind } from '~/kinds/contract'
import { allKinds, kindOf } from '~/kinds/registry.server'
import { contextIn, questionOf, words } from '~/kinds/testing/judged'
import { samples } from '~/kinds/testing/samples'
import { compareFile, isTable, type TableOfForm } from './compare-file'
import { readSheets } from './read-file.server'
import { originOf, originText } from './row-key'
import { rowsOf } from './sheet-rows'
import { writeWorkbook } from './workbook.server'

const caseId = '0123abcd-0000-4000-8000-000000000000'
const says = { choice: (text: string) => `”${text}”?`, formula: 'Formel.' }

const tableOf = (kind: AnyKind, question: Question<unknown>, typed: Json | undefined): TableOfForm => ({
  caseId,
  kind,
  question,
  whole: question,
  contexts: [contextIn('sv'), contextIn('en')],
  typed,
  typedAt: async () => typed,
  refusals: (changed) => ({
    notThere: [],
    refusals: (kind.schema(question, contextIn('sv')).safeParse(changed).error?.issues ?? []).map((issue) => ({
      message: issue.message,
      path: issue.path.map(String),
      missing: issue.code === 'custom' && issue.params?.missing === true,
    })),
  }),
})

function download(kind: AnyKind, question: Question<unknown>, typed: Json | undefined) {
  const shape = kind.sheet(question, contextIn('sv'))
  return writeWorkbook({
    shape,
    rows: rowsOf(shape, kind, question, typed),
    name: contextIn('sv').text(question.label),
    origin: originText({ caseId, question: question.id, revision: 3 }),
    guide: { name: 'Så gör du', lines: ['Så gör du', 'Fyll i.'] },
    choose: { title: 'Välj', text: 'Välj ur listan.' },
  })
}

/** The first sheet as a spreadsheet saves it as text. */
async function asCsv(xlsx: Uint8Array, withKeys: boolean): Promise<Uint8Array> {
  const { sheets } = await readXlsx(xlsx)
  const rows = (sheets[0]?.rows ?? []).map((row) =>
    row
      .slice(withKeys ? 0 : 1)
      .map((cell) =>
        cell instanceof Date
          ? cell.toISOString().slice(0, 10)
          : typeof cell === 'number'
            ? String(cell).replace('.', ',')
            : cell,
      ),
  )
  return new TextEncoder().encode(writeCsv(rows, { delimiter: ';', bom: true }))
}

const compared = async (table: TableOfForm, file: Uint8Array) => {
  const found = await compareFile(table, await readSheets(file), says, false)
  if (!found) throw new Error('The table is not found in the file.')
  return found
}

const cases = allKinds.flatMap((kind) =>
  (samples[kind.name] ?? []).flatMap((options, place) => {
    const question = { ...questionOf(kind, options), label: words(`Fråga: om [${kind.name}]`) }
    return isTable(kind.sheet(question, contextIn('sv'))) ? [{ name: `${kind.name} ${place + 1}`, kind, question }] : []
  }),
)

test('a file says which table it is of, also of a page that repeats', () => {
  expect(originOf(originText({ caseId, question: 'costs_home', revision: 3 }))).toMatchObject({ revision: 3 })
})

test('the rows inside a row that is not there now are kept as they were', async () => {
  const kind = kindOf('table')
  if (!kind) throw new Error('There are no tables.')
  const inner = { columns: [{ id: 'name', kind: 'text', label: words('Namn') }] }
  const optionsOf = (...ids: string[]) => ({
    columns: [
      { id: 'count', kind: 'integer', label: words('Antal') },
      { id: 'inside', kind: 'table', label: words('Inre'), options: inner },
    ],
    fixedRows: ids.map((id) => ({ id, label: words(id) })),
  })
  const whole = { ...questionOf(kind, optionsOf('worker', 'leader')), label: words('Fråga') }
  const now = { ...questionOf(kind, optionsOf('leader')), label: words('Fråga') }
  const names = (...all: string[]) => Object.fromEntries(all.map((name, at) => [`r${at + 1}`, { _at: at + 1, name }]))
  const typed = { worker: { count: '1', inside: names('Ann', 'Bo') }, leader: { count: '2', inside: names('Cia') } }
  const shape = kind.sheet(now, contextIn('sv'))
  const xlsx = await writeWorkbook({
    shape,
    rows: rowsOf(shape, kind, whole, typed),
    name: 'Fråga',
    origin: originText({ caseId, question: whole.id, revision: 3 }),
    guide: { name: 'Så gör du', lines: ['Så gör du'] },
    choose: { title: 'Välj', text: 'Välj ur listan.' },
  })
  expect(await compared({ ...tableOf(kind, now, typed), whole }, xlsx)).toMatchObject({ changes: [], typed })
  const [, ...lines] = (await readXlsx(xlsx)).sheets[0]?.rows ?? []
  expect(lines).toHaveLength(1)
})

test('files stay in their rows when a table comes back from a spreadsheet, and go with a row that is taken away', async () => {
  const kind = kindOf('table')
  if (!kind) throw new Error('There are no tables.')
  const columns = [
    { id: 'what', kind: 'text', label: words('Vad') },
    { id: 'receipt', kind: 'attachments', label: words('Kvitto') },
  ]
  const question = { ...questionOf(kind, { columns }), label: words('Kostnader') }
  const receipt = [{ name: 'kvitto.pdf', type: 'application/pdf', size: 3, sha256: 'a'.repeat(64) }]
  const typed = { n1: { _at: 1, what: 'Hyra', receipt }, n2: { _at: 2, what: 'Resor', receipt } }
  const file = new TextDecoder().decode(await asCsv(await download(kind, question, typed), true))
  expect(file).not.toContain('kvitto')
  const changed = new TextEncoder().encode(file.replace('Hyra', 'Lokalhyra').replace(/^.*Resor.*\n?/m, ''))
  expect(await compared(tableOf(kind, question, typed), changed)).toMatchObject({
    errors: [],
    typed: { n1: { _at: 1, what: 'Lokalhyra', receipt } },
  })
})

test('every kind with rows stands in a spreadsheet, with headings that differ', () => {
  expect(new Set(cases.map(({ kind }) => kind.name))).toEqual(
    new Set(['count-table', 'yes-no-list', 'scale-matrix', 'table']),
  )
  for (const kind of allKinds) {
    for (const options of samples[kind.name] ?? []) {
      const { columns } = kind.sheet(questionOf(kind, options), contextIn('sv'))
      expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
      expect(columns.length > 0).toBe(kind.name !== 'attachments')
    }
  }
})

describe.each(cases)('$name', ({ kind, question }) => {
  const context = contextIn('sv')
  const schema = kind.schema(question, context)
  const example = schema.encode(kind.example(question, context))

  test('its example comes back from XLSX and CSV as it was, and as the first rows of an empty table', async () => {
    const xlsx = await download(kind, question, example)
    // Without keys, two areas of the same name are one.
    const bare = kind.sheet(question, context).levels.length > 1 ? [] : [await asCsv(xlsx, false)]
    for (const file of [xlsx, await asCsv(xlsx, true), ...bare]) {
      const same = await compared(tableOf(kind, question, example), file)
      expect(same).toMatchObject({ changes: [], moved: false, errors: [], typed: example })
      const fresh = await compared({ ...tableOf(kind, question, undefined), caseId: 'ffffffff-0' }, file)
      expect(fresh.errors).toEqual([])
      expect(schema.parse(fresh.typed)).toEqual(schema.parse(example))
    }
  })

  test('an empty table can be filled in', async () => {
    const same = await compared(tableOf(kind, question, undefined), await download(kind, question, undefined))
    expect(same).toMatchObject({ changes: [], errors: [], typed: null })
  })
})

/** A table with a column of every kind that can stand in one. */
const inColumn = allKinds.flatMap((kind) =>
  kind.merge === 'question' ? (samples[kind.name] ?? []).flatMap((options, place) => [{ kind, options, place }]) : [],
)
const table = kindOf('table')
if (!table) throw new Error('There are no tables.')
const wide = questionOf(table, {
  minRows: 1,
  maxRows: 2000,
  columns: inColumn.map(({ kind, options, place }) => ({
    id: `${kind.name.replace(/\W/g, '')}${place}`,
    kind: kind.name,
    label: words(`${kind.name} ${place}`),
    optional: true,
    options,
  })),
})

const line = fc.string({ unit: 'grapheme', maxLength: 30 })
const odd = fc.constantFrom(
  '=1+1',
  '+46 8',
  '-5',
  '@SUM(A1)',
  '=HYPERLINK("http://x")',
  "'007",
  '0012',
  '_x0041_',
  '1e5',
  '#5',
  ' ;,|\t"',
  'TRUE',
)
const cell = fc.oneof(line, odd, fc.constantFrom('ja', '3', '1 127 386 kr', '2,80', '2021-01-15', 'Kommun', '147 85'))

/** What may have been typed in a row, read as a post. */
const row = fc.record(
  Object.fromEntries(
    inColumn.map(({ kind, place }) => [`${kind.name.replace(/\W/g, '')}${place}`, fc.option(cell, { nil: '' })]),
  ),
)
const typedRows = fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => table.read(rows, wide))

describe('a table with every kind of column', () => {
  test('whatever is typed comes back as it was, with keys and without', async () => {
    await fc.assert(
      fc.asyncProperty(typedRows, async (typed) => {
        if (typed === undefined) return
        const xlsx = await download(table, wide, typed)
        const { changes } = await compared(tableOf(table, wide, typed), xlsx)
        expect(changes).toEqual([])
        const again = await compared(tableOf(table, wide, typed), await asCsv(xlsx, true))
        expect(again.changes).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('every valid row comes in from the file alone', async () => {
    const value = table.example(wide, contextIn('sv'))
    const xlsx = await download(table, wide, table.schema(wide, contextIn('sv')).encode(value))
    for (const file of [xlsx, await asCsv(xlsx, false)]) {
      const found = await compared(tableOf(table, wide, undefined), file)
      expect(found.errors).toEqual([])
      expect(table.schema(wide, contextIn('sv')).parse(found.typed)).toEqual(value)
    }
  })

  test('nothing in the file is a formula', async () => {
    const typed = table.read([{ text0: '=1+1', text1: '@SUM(A1)', phone0: '+46 8 123', email0: '-2+3' }], wide)
    const { sheets } = await readXlsx(await download(table, wide, typed))
    const cells = [...(sheets[0]?.cells?.values() ?? [])]
    expect(cells.filter(({ formula, type }) => formula !== undefined || type === 'formula')).toEqual([])
    expect(sheets[0]?.rows[1]).toContain('=1+1')
  })
})

test('random files and random cells never break it', async () => {
  const bytes = fc.uint8Array({ maxLength: 400 })
  const text = fc
    .array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 })
    .map((rows) => new TextEncoder().encode(writeCsv(rows)))
  const headed = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 })
  for (const { kind, question } of cases) {
    const { columns } = kind.sheet(question, contextIn('sv'))
    const under = headed.map((rows) =>
      new TextEncoder().encode(
        writeCsv([[`bidra ${question.id} 0123abcd 3`, ...columns.map(({ label }) => label)], ...rows]),
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, text, under), async (file) => {
        const sheets = await readSheets(file).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'PortalError' })
          return undefined
        })
        if (!sheets) return
        const typed = kind.schema(question, contextIn('sv')).encode(kind.example(question, contextIn('sv')))
        const found = await compareFile(tableOf(kind, question, typed), sheets, says, false)
        for (const { message } of found?.errors ?? []) expect(message).not.toMatch(/undefined|NaN|\[object/)
        if (!found || found.changes.length === 0) return
        // What it made of the file is what the table would be: the same file again changes nothing.
        const again = await compareFile(tableOf(kind, question, found.typed ?? undefined), sheets, says, false)
        expect(again?.changes.filter(({ what }) => what !== 'removed')).toEqual([])
      }),
      { numRuns: 60 },
    )
  }
}, 60_000)
