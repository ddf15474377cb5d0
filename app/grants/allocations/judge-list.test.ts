import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { municipalities } from '~/platform/municipalities.server'
import type { Sheet } from '~/platform/spreadsheet/sheet'
import { indexRecipients } from '../register/recipients'
import { readKronor, readTotal } from './amounts'
import { judgeList, type ListChoices } from './judge-list'
import { changesOf, type JudgedList, type ListContext, type Standing } from './judged-list'
import { readList } from './read-list.server'
import { countyList, countyRows, countySum, misspelt } from './testing/county-list'
import { readTextTable } from './text-table'

const all = municipalities().map(({ orgNumber, ...row }) => ({ ...row, id: row.code, orgNumber: orgNumber ?? null }))
const stockholm = all.filter(({ countyCode }) => countyCode === '01')

function context(standings: Readonly<Record<string, Standing>> = {}, more: Partial<ListContext> = {}): ListContext {
  return {
    round: { year: 2018, kind: 'return' },
    agency: { id: 'lst', countyCode: '01', county: 'Stockholms län' },
    index: indexRecipients(all),
    standings: new Map(Object.entries(standings)),
    expected: stockholm,
    ...more,
  }
}

const judge = (list: string | Sheet, choices?: ListChoices, around = context()): JudgedList =>
  judgeList(typeof list === 'string' ? readTextTable(list) : list, around, choices)
const problems = ({ rows }: JudgedList) =>
  rows.flatMap(({ line, problems }) => problems.map((problem) => [line, problem.type] as const))
const amounts = ({ rows }: JudgedList) => rows.map(({ recipient, kronor }) => [recipient?.shortName, kronor])

describe('the real list of a county', () => {
  test('is understood: title, heading, 26 rows that add up to 79 789 498 kr, sum', () => {
    const judged = judge(countyList())
    expect(judged.sound).toBe(true)
    expect(amounts(judged)).toEqual(countyRows)
    expect(judged.sum).toBe(countySum)
    expect(judged.totals).toMatchObject([{ source: 'list', line: 30, kronor: 79_789_498, difference: 0, agrees: true }])
    expect(judged.passedOver.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'title'],
      [3, 'header'],
      [30, 'sum'],
    ])
    expect(judged.missing).toEqual([])
    expect(changesOf(judged)).toHaveLength(26)
  })

  test('stops on one misspelt name, with the right suggestion', () => {
    const judged = judge(countyList({ rows: misspelt }))
    expect(judged.sound).toBe(false)
    expect(judged.rows.flatMap((row) => row.problems)).toEqual([
      { type: 'unknown', written: 'Södertälge', suggestion: 'Södertälje' },
    ])
    expect(judged.sum).toBe(countySum)
    expect(judged.missing).toEqual([])
  })

  test('stops on a total that is off by 200 000 kr, with that difference', () => {
    const judged = judge(countyList({ sum: countySum - 200_000 }))
    expect(judged.sound).toBe(false)
    expect(problems(judged)).toEqual([])
    expect(judged.totals).toMatchObject([{ kronor: 79_589_498, sum: 79_789_498, difference: 200_000, agrees: false }])
  })

  test.each([
    ['79,8 miljoner', true],
    ['79.8 mnkr', true],
    ['ca 80 miljoner kronor', true],
    ['79,79 miljoner kr', true],
    ['79 789 tkr', true],
    ['79 789 498 kr', true],
    ['79,7 miljoner', false],
    ['80,0 miljoner', false],
    ['56,8 miljoner', false],
    ['79 789 497', false],
  ])('told as «%s» beside the list: agrees %s', (total, agrees) => {
    const judged = judge(countyList(), { total })
    expect(judged.totals.at(-1)).toMatchObject({ source: 'told', agrees })
    expect(judged.sound).toBe(agrees)
  })

  test('a total that nobody can read is told', () => {
    expect(judge(countyList(), { total: 'mycket' })).toMatchObject({
      sound: false,
      problems: [{ type: 'unreadableTotal', written: 'mycket' }],
    })
  })
})

describe('the same list, however it comes', () => {
  const bytes = (text: string, windows = false) =>
    windows ? Buffer.from(text, 'latin1') : Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])
  const cells = (list: string) => list.split('\r\n').map((line) => line.split(';'))
  const spoken = countyRows.map(([name, kronor]) => `${name} ${kronor.toLocaleString('sv-SE')} kr`)

  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['UTF-8 with a mark', () => bytes(countyList())],
    ['UTF-8 without', () => Buffer.from(countyList())],
    ['Windows-1252', () => bytes(countyList(), true)],
    ['commas', () => Buffer.from(countyList({ delimiter: ',' }))],
    ['tabs, pasted', () => Buffer.from(countyList({ delimiter: '\t' }))],
    ['«Unicode-text»', () => Buffer.from(`\ufeff${countyList({ delimiter: '\t' })}`, 'utf16le')],
    ['words, pasted from a letter', () => Buffer.from([...spoken, 'Summa 79 789 498 kr'].join('\n'))],
    ['quoted', () => Buffer.from(countyRows.map(([name, kronor]) => `"${name}","${kronor}"`).join('\n'))],
    ['XLSX with texts', () => writeXlsx({ sheets: [{ name: 'Blad1', rows: cells(countyList()) }] })],
    [
      'XLSX with numbers, and an empty sheet before',
      () =>
        writeXlsx({
          sheets: [
            { name: 'Om listan', rows: [] },
            {
              name: 'Medel',
              rows: [
                [],
                ['Stimulansmedel', null],
                ['Kommun', 'Belopp'],
                ...countyRows.map(([name, kronor]) => [name, kronor]),
                [null, countySum],
              ],
            },
          ],
        }),
    ],
  ])('%s', async (_, make) => {
    const [sheet, ...more] = await readList(await make())
    expect(more).toEqual([])
    const judged = judge(sheet ?? { name: '', rows: [] })
    expect(problems(judged)).toEqual([])
    expect(amounts(judged)).toEqual(countyRows)
    expect(judged.sound).toBe(true)
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'wrongType'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 and then nothing'), 'wrongType'],
    ['nothing', Buffer.from(' \n;;\n'), 'invalid'],
    ['far too much', Buffer.alloc(3_000_000, 65), 'tooLarge'],
  ])('%s is refused', async (_, content, code) => {
    await expect(readList(content)).rejects.toMatchObject({ code })
  })
})

describe('columns', () => {
  test('organisation number, code, case number and posts are found by heading and content', () => {
    const judged = judge(
      [
        'Dnr;Org.nr;Kod;Mottagare;Tjänster;Beviljat belopp;Anm.',
        '821-1/2018;212000-2882;0127;Botkyrka;2,80;1.127.386;',
        '821-2/2018;2120002999;140;Nykvarns kommun;0,5;0;Region Stockholm har kommunens del',
      ].join('\n'),
    )
    expect(judged.layout.columns).toEqual({
      caseNumber: 0,
      orgNumber: 1,
      code: 2,
      name: 3,
      posts: 4,
      kronor: 5,
      note: 6,
    })
    expect(judged.rows.map(({ after }) => after)).toEqual([
      { kronor: 1_127_386, posts: 280, caseNumber: '821-1/2018', note: null },
      { kronor: 0, posts: 50, caseNumber: '821-2/2018', note: 'Region Stockholm har kommunens del' },
    ])
    expect(judged.sound).toBe(true)
  })

  test('by code alone, with a zero that a spreadsheet has dropped', () => {
    expect(amounts(judge('127;3174063\n140;367457'))).toEqual([
      ['Botkyrka', 3_174_063],
      ['Nykvarn', 367_457],
    ])
  })

  test('this year stands beside last year; without a year nobody guesses', () => {
    const rows = 'Botkyrka;2 000 000;3 174 063\nNykvarn;200 000;367 457'
    expect(judge(`Kommun;2017;2018\n${rows}`).sum).toBe(3_541_520)
    const unknown = judge(`Kommun;Före;Efter\n${rows}`)
    expect(unknown).toMatchObject({ sound: false, problems: [{ type: 'noAmountColumn' }] })
    expect(judge(`Kommun;Före;Efter\n${rows}`, { columns: { kronor: 1 } }).sum).toBe(2_200_000)
  })

  test('thousands of kronor, where the heading says so', () => {
    const judged = judge('Kommun;Medel (tkr)\nBotkyrka;3 174,063\nNykvarn;367,457\nSumma;3 541,520')
    expect(judged).toMatchObject({ sum: 3_541_520, sound: true, layout: { unit: 1_000 } })
    expect(problems(judge('Kommun;Medel (tkr)\nBotkyrka;3 174,0635'))).toEqual([[2, 'fraction']])
  })

  test('what somebody chooses goes before what is guessed', () => {
    const list = 'Kommun;Medel\nBotkyrka;100\nNykvarn;200\nSumma;300'
    expect(judge(list, { sum: null })).toMatchObject({ sound: true, totals: [] })
    expect(judge(list, { header: null, sum: null }).passedOver.map(({ kind }) => kind)).toContain('aside')
    expect(judge(list, { unit: 1_000 }).sum).toBe(300_000)
  })

  test('sums of parts are judged each on its own', () => {
    const list = (part: number) =>
      ['Kommun;Medel', 'Norr', 'Sigtuna;100', 'Täby;200', `Summa norr;${part}`, 'Söder', 'Nacka;50', 'Summa söder;50']
        .concat('Totalt;350')
        .join('\n')
    expect(judge(list(300))).toMatchObject({ sound: true, sum: 350 })
    expect(judge(list(310))).toMatchObject({ sound: false, sum: 350 })
    expect(judge(list(310)).totals.map(({ source, agrees }) => [source, agrees])).toEqual([
      ['part', false],
      ['part', true],
      ['list', true],
    ])
  })
})

describe('rows that stop', () => {
  const row = (text: string, around?: ListContext) => judge(`Kommun;Belopp\n${text}`, {}, around).rows[0]?.problems

  test.each([
    ['Bottkyrka;1', { type: 'unknown', suggestion: 'Botkyrka' }],
    ['Ankeborg;1', { type: 'unknown', suggestion: null }],
    [';500', { type: 'nobody' }],
    ['Botkyrka;-1', { type: 'negative' }],
    ['Botkyrka;−3 174 063 kr', { type: 'negative' }],
    ['Botkyrka;3 174 063,50', { type: 'fraction' }],
    ['Botkyrka;', { type: 'missing' }],
    ['Botkyrka;enligt beslut', { type: 'unreadable' }],
    ['Botkyrka;99 999 999 999', { type: 'tooLarge' }],
    ['Uppsala;100', { type: 'outside', county: 'Uppsala län', ours: 'Stockholms län' }],
  ])('«%s»', (text, problem) => {
    expect(row(text)).toMatchObject([problem])
  })

  test.each(['Stockholm', 'stockholms kommun', 'STOCKHOLMS STAD', '0180 Stockholm', 'Stockholm (0180)', '0180'])(
    '«%s» is Stockholm',
    (name) => {
      expect(judge(`Kommun;Belopp\n${name};1`).rows[0]).toMatchObject({ recipient: { code: '0180' }, problems: [] })
    },
  )

  test('the same recipient twice, under whatever name: both rows say so', () => {
    const judged = judge('Kommun;Belopp\nStockholm;1\nNacka;2\nStockholms stad;3')
    expect(judged.rows.map(({ problems }) => problems)).toMatchObject([
      [{ type: 'twice', line: 4 }],
      [],
      [{ type: 'twice', line: 2 }],
    ])
    expect(judged.sound).toBe(false)
  })

  test('a number that belongs to somebody else', () => {
    const judged = judge('Org.nr;Kommun;Belopp\n212000-2999;Botkyrka;1\n212000-2883;Nacka;1')
    expect(judged.rows.map(({ problems }) => problems)).toMatchObject([
      [{ type: 'contradiction', name: 'Nykvarn', other: 'Botkyrka' }],
      [{ type: 'wrongNumber', right: '212000-0167' }],
    ])
  })

  test('what is being signed is to be unlocked first; what is handed in stays', () => {
    const award = { kronor: 100, posts: null, caseNumber: null, note: null }
    const at = (state: 'started' | 'awaitingSignature' | 'submitted', more: Partial<ListContext> = {}) =>
      context({ '0127': { award, case: { id: 'c', agencyId: 'lst', state, caseNumber: null } } }, more)
    expect(row('Botkyrka;200', at('started'))).toEqual([])
    expect(row('Botkyrka;200', at('awaitingSignature'))).toMatchObject([{ type: 'awaitingSignature' }])
    expect(row('Botkyrka;200', at('submitted'))).toMatchObject([{ type: 'submitted' }])
    expect(row('Botkyrka;100', at('awaitingSignature'))).toEqual([])
    expect(row('Botkyrka;100', at('submitted'))).toEqual([])
    expect(row('Botkyrka;200', at('submitted', { round: { year: 2018, kind: 'application' } }))).toEqual([])
  })

  test("another agency's case", () => {
    const theirs = { id: 'c', agencyId: 'other', state: 'notOpened', caseNumber: null } as const
    const around = context(
      { '0127': { award: null, case: theirs } },
      { agency: { id: 'lst', countyCode: null, county: null } },
    )
    expect(row('Botkyrka;200', around)).toMatchObject([{ type: 'otherAgency' }])
    expect(row('Uppsala;200', around)).toEqual([])
  })
})

test('who is missing is named, and stops nothing', () => {
  const judged = judge('Kommun;Belopp\nBotkyrka;1\nNykvarn;2')
  expect(judged.sound).toBe(true)
  expect(judged.missing).toHaveLength(24)
  expect(judged.missing.map(({ shortName }) => shortName)).toContain('Stockholm')
})

test('what stands there already is the same; what moves says how', () => {
  const standing = (kronor: number): Standing => ({
    award: { kronor, posts: 280, caseNumber: '1/18', note: null },
    case: { id: 'c', agencyId: 'lst', state: 'notOpened', caseNumber: null },
  })
  const judged = judge(
    'Kommun;Belopp\nBotkyrka;100\nNykvarn;100\nNacka;100\nSolna;100',
    {},
    context({ '0127': standing(100), '0140': standing(90), '0182': standing(110) }),
  )
  expect(judged.rows.map(({ effect }) => effect)).toEqual(['same', 'raised', 'lowered', 'new'])
  expect(judged.rows.map(({ after }) => after?.posts)).toEqual([280, 280, 280, null])
  expect(changesOf(judged).map(({ recipient }) => recipient?.shortName)).toEqual(['Nykvarn', 'Nacka', 'Solna'])
})

test.each([
  ['3 174 063 kr', 3_174_063],
  ['1.127.386', 1_127_386],
  ['1\u00a0127\u00a0386,00 kr', 1_127_386],
  ['636982', 636_982],
  ['0', 0],
])('«%s» is %i kr', (written, kronor) => {
  expect(readKronor(written, 1)).toEqual({ type: 'kronor', kronor })
})

test('a spreadsheet’s sum of decimals is the whole number that it means', () => {
  expect(readKronor(1_127_386.0000000002, 1)).toEqual({ type: 'kronor', kronor: 1_127_386 })
  expect(readKronor(0.1 + 0.2, 1)).toEqual({ type: 'fraction' })
})

test('a total in words is rounded to its last digit', () => {
  expect(readTotal('79,8 miljoner')).toEqual({ kronor: 79_800_000, within: 50_000 })
  expect(readTotal('1,2 miljarder')).toEqual({ kronor: 1_200_000_000, within: 50_000_000 })
  expect(readTotal('56 800 tkr')).toEqual({ kronor: 56_800_000, within: 500 })
  expect(readTotal('79 789 498:-')).toBeUndefined()
})
