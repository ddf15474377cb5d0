import { createHash } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '~/forms/canonical'
import type { Language } from '~/forms/text'
import { db } from '~/platform/db.server'
import { putFile } from '~/platform/files.server'
import { agencyId, type Handed, handIn, roundOf, seedPortal, userId } from '../testing/seed'
import { unzip } from '../testing/unzip'
import { everything, viewFilter } from '../worklist-filter'
import type { Scope } from '../worklist-sql.store.server'
import { type ExportFormat, exportRound } from './export-round.server'

const now = new Date('2020-12-14T09:00:00Z')
const attachment = new TextEncoder().encode('Kvitto\n')
let scope: Scope
let botkyrka: Handed

beforeAll(async () => {
  await seedPortal(now)
  const { id: roundId } = await roundOf('po-return')
  scope = { roundId, agencyIds: [await agencyId('Länsstyrelsen Stockholm')], now }
  const { sha256, size } = await putFile(attachment)
  const file = { name: 'Kvitto: maj.txt', type: 'text/plain', size, sha256 }
  botkyrka = await handIn('po-return', '0127', {
    at: new Date('2020-12-10T13:03:07Z'),
    answers: {
      posts: '2.80',
      usedKronor: 1_127_386,
      remaining: 0,
      trainingOffered: false,
      trainingWhyNot: '=HYPERLINK("http://example.org")',
      trendsReasons: 'Rad ett;\nrad två "citat"',
      clientsAll: { total: { women: 83, men: 66 } },
      boardMeeting: '2021-01-26',
      receipts: [file, { ...file, name: 'kvitto: MAJ.txt' }],
    },
    amount: 1_127_386,
    remaining: 0,
    caseNumber: '821-1234-2021',
  })
  await handIn('po-return', '0117', { at: now, answers: { usedKronor: 5 }, amount: 5, sealed: false })
})

async function download(format: ExportFormat, language: Language = 'sv', filter = everything) {
  const { stream, fileName } = await exportRound(scope, filter, format, language, await userId('Asp Alkärr'))
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return { bytes: Buffer.concat(chunks), fileName }
}

describe('CSV', () => {
  test('has a mark for Excel, one row per case and no formulas', async () => {
    const { bytes, fileName } = await download('csv')
    expect(fileName).toMatch(/ 2020\.csv$/)
    const text = bytes.toString('utf8')
    expect(text.startsWith('\uFEFFKommun;')).toBe(true)
    expect(text).toContain(`;"'=HYPERLINK(""http://example.org"")";`)
    expect(text).toContain(';"Rad ett;\nrad två ""citat""";')
    expect(text).toContain(';2,80;')
    expect(text).toContain(';2020-12-10 14:03:07;')
    const lines = text.split('\r\n')
    expect(lines).toHaveLength(1 + 26 + 1)
    expect(lines[1]).toMatch(/^Botkyrka kommun;212000-2882;0127;Stockholms län;821-1234-2021;;/)
    expect(lines.at(-2)).toMatch(/^Österåkers kommun;/)
  })

  test('in English has commas and points', async () => {
    const text = (await download('csv', 'en')).bytes.toString('utf8')
    expect(text).toContain(',2.80,')
  })

  test('follows the list it stands beside', async () => {
    const text = (await download('csv', 'sv', viewFilter.toRead)).bytes.toString('utf8')
    expect(text.split('\r\n')).toHaveLength(1 + 2 + 1)
  })
})

test('XLSX holds numbers as numbers, dates as dates and unique headings', async () => {
  const { bytes } = await download('xlsx')
  const { sheets } = await readXlsx(bytes)
  const [heading = [], first = []] = sheets[0]?.rows ?? []
  expect(sheets[0]?.rows).toHaveLength(27)
  expect(new Set(heading).size).toBe(heading.length)
  const cell = (pattern: RegExp) => first[heading.findIndex((label) => pattern.test(String(label)))]
  expect(cell(/^Kommun$/)).toBe('Botkyrka kommun')
  expect(cell(/Beviljat, kr$/)).toBe(1_127_386)
  expect(cell(/Tjänster|tjänster/)).toBe(2.8)
  expect(cell(/^Inskickad$/)).toEqual(new Date('2020-12-10T14:03:07Z'))
  expect(first.filter((value) => value === 83)).toHaveLength(1)
  expect(first.filter((value) => value instanceof Date)).toContainEqual(new Date('2021-01-26T00:00:00Z'))
  expect(first.filter((value) => value === false)).toContain(false)
})

test('JSON holds every record as it was signed', async () => {
  const { bytes } = await download('json')
  const text = bytes.toString('utf8')
  const parsed = JSON.parse(text)
  expect(parsed.round).toMatchObject({ kind: 'return', year: 2020, form: { id: 'po-return' } })
  expect(parsed.cases).toHaveLength(26)
  const line = text.split('\n').find((each) => each.includes('"Botkyrka kommun"')) ?? ''
  const record = line.slice(line.indexOf('"record":') + '"record":'.length).replace(/\},?$/, '')
  expect(sha256Hex(record)).toBe(botkyrka.recordHash)
})

test('ZIP holds readable names and a manifest that is true', async () => {
  const { bytes } = await download('zip')
  const files = unzip(bytes)
  const paths = [...files.keys()]
  const stem = paths.find((path) => path.endsWith('.pdf'))?.replace(/\.pdf$/, '')
  expect(stem).toMatch(/^Botkyrka kommun\/Botkyrka kommun – .+ 2020$/)
  expect(paths).toEqual([
    `${stem}.pdf`,
    `${stem}.json`,
    'Botkyrka kommun/Bilagor/Kvitto- maj.txt',
    expect.stringMatching(/^Österåkers kommun\/.+\.json$/),
    'MANIFEST.sha256',
  ])
  expect(files.get(`${stem}.pdf`)).toEqual(Buffer.from(botkyrka.pdf))
  const manifest = files.get('MANIFEST.sha256')?.toString('utf8').trim().split('\n') ?? []
  expect(manifest).toHaveLength(4)
  for (const line of manifest) {
    const [hash, path] = line.split('  ')
    const content = files.get(path ?? '') ?? Buffer.alloc(0)
    expect(createHash('sha256').update(content).digest('hex'), path).toBe(hash)
  }
})

test('a missing file breaks the download off instead of leaving it out', async () => {
  await db().submission.updateMany({ where: { caseId: botkyrka.caseId }, data: { sealedPdfHash: 'a'.repeat(64) } })
  await expect(download('zip')).rejects.toThrow()
})

test('every download is logged with its size in cases', async () => {
  await download('csv')
  const event = await db().auditEvent.findFirst({ where: { action: 'round.export' }, orderBy: { seq: 'desc' } })
  expect(event).toMatchObject({
    actor: await userId('Asp Alkärr'),
    entity: `round:${scope.roundId}`,
    details: { format: 'csv', cases: 26 },
  })
})
