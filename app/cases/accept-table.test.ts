import { writeCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Json } from '~/forms/json'
import { db } from '~/platform/db.server'
import { type Accepted, acceptTable } from './accept-table.server'
import { loadCase } from './case.store.server'
import { compareTable } from './compare-table.server'
import { exportTable } from './export-table.server'
import { loadHistory } from './history.store.server'
import { keepSheet } from './kept-sheet.server'
import { openCase } from './open.server'
import { savePage } from './save-page.server'
import { type Botkyrka, seedBotkyrka } from './testing/botkyrka'
import { storeForm } from './testing/stored-form'

/** Activities with an amount and a day each: what a municipality has in Excel. */
const definition = parse(`
id: activities-return
programme: activities
kind: return
reviewer: county
title: { sv: Aktiviteter, en: Activities }
shortTitle: { sv: Aktiviteter, en: Activities }
affirmation: { sv: Det stämmer., en: It is correct. }
pages:
  - id: activities
    title: { sv: Aktiviteter, en: Activities }
    questions:
      - id: activities
        kind: table
        label: { sv: Aktiviteter, en: Activities }
        options:
          rowLabel: { sv: Aktivitet, en: Activity }
          maxRows: 1000
          columns:
            - { id: name, kind: text, label: { sv: Aktivitet, en: Activity } }
            - { id: cost, kind: money, label: { sv: Kostnad, en: Cost }, sum: true }
            - { id: start, kind: date, label: { sv: Start, en: Start }, optional: true }
            - { id: new, kind: yes-no, label: { sv: Ny, en: New }, optional: true }
      - { id: comment, kind: text, label: { sv: Kommentar, en: Comment }, optional: true }
`)

const now = new Date('2020-12-20T10:00:00Z')
const words = { choice: (text: string) => `”${text}” finns inte.`, formula: 'Formeln ger ett fel.' }
const workbook = { guide: 'Så gör du', chooseTitle: 'Välj', chooseText: 'Välj.', lines: () => ['Så gör du'] }

let place: Botkyrka
let caseId: string

const which = () => ({
  caseId,
  pageId: 'activities',
  questionId: 'activities',
  userId: place.ylva.id,
  language: 'sv' as const,
})
const stored = async () => (await loadCase(caseId)).draft.activities
const type = async (rows: Json, userId = place.ylva.id) =>
  savePage({
    caseId,
    pageId: 'activities',
    posted: { activities: JSON.parse(JSON.stringify(rows)) },
    revision: (await loadCase(caseId)).revision,
    userId,
    now,
    language: 'sv',
  })

type Rows = (string | number | boolean | Date | null)[][]

/** The downloaded table, its first row the headings, its first column the keys. */
async function downloaded(): Promise<Rows> {
  const { bytes } = await exportTable(which(), workbook)
  const { sheets } = await readXlsx(bytes)
  return (sheets[0]?.rows ?? []).map((row) => [...row])
}

const hand = (rows: Rows) => {
  const cells = rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)))
  return keepSheet(which(), 'tabell.csv', new TextEncoder().encode(writeCsv(cells, { delimiter: ';' })))
}
const look = async (file: string, keepMissing = false) =>
  (await compareTable({ ...which(), file, keepMissing, now }, words)).compared
const accept = async (file: string, seen: string | undefined, userId = place.ylva.id): Promise<Accepted> =>
  acceptTable({ ...which(), userId, file, keepMissing: false, seen: seen ?? '', now }, words)

beforeEach(async () => {
  if (!place) {
    place = await seedBotkyrka()
    await storeForm(definition)
  }
  const { id: formVersionId } = await db().formVersion.findFirstOrThrow({ where: { formId: 'activities-return' } })
  const { roundId, organisationId, agencyId, ylva } = place
  await db().case.deleteMany({ where: { organisationId } })
  const made = await db().case.create({ data: { roundId, organisationId, agencyId, formVersionId } })
  caseId = made.id
  await openCase({ caseId, officer: ylva, now, language: 'sv' })
  await type([
    { name: 'Fältarbete', cost: '44 023', start: '2020-02-01', new: 'yes' },
    { name: 'Ungdomsmottagning', cost: '120 000' },
    { name: 'Utbildning', cost: '9 500', start: '2020-09-15' },
  ])
})

describe.sequential('a table in Excel and back', () => {
  test('holds numbers, days and words as a spreadsheet knows them', async () => {
    const [headings, first, second] = await downloaded()
    expect(headings?.slice(1)).toEqual(['Aktivitet', 'Kostnad', 'Start', 'Ny'])
    expect(first).toEqual(['r1', 'Fältarbete', 44_023, new Date('2020-02-01T00:00:00Z'), 'Ja'])
    expect(second?.slice(0, 3)).toEqual(['r2', 'Ungdomsmottagning', 120_000])
  })

  test('what is changed, added and removed is shown, and becomes so when it is accepted; the history says by whom', async () => {
    const rows = await downloaded()
    rows[1]?.splice(2, 1, 45_000)
    rows.splice(2, 1)
    rows.push([null, 'Föreläsning', 3_000, new Date('2020-11-05T00:00:00Z'), 'Nej'])
    const file = await hand(rows)
    const before = await stored()
    const shown = await look(file)
    expect(shown?.errors).toEqual([])
    expect(shown?.changes.map(({ what, name, line }) => [what, name, line])).toEqual([
      ['changed', 'Fältarbete', 2],
      ['added', 'Föreläsning', 4],
      ['removed', 'Ungdomsmottagning', undefined],
    ])
    expect(shown?.changes[0]?.cells).toEqual([{ label: 'Kostnad', before: '44\u00a0023', after: '45\u00a0000' }])
    expect(await stored()).toEqual(before)

    expect(await accept(file, shown?.seen, place.bo.id)).toBe('done')
    const rowsNow = Object.values(Object(await stored()))
    expect(rowsNow).toMatchObject([
      { name: 'Fältarbete', cost: '45\u00a0000', start: '2020-02-01', new: 'yes' },
      { name: 'Utbildning', cost: '9 500' },
      { name: 'Föreläsning', cost: '3\u00a0000', start: '2020-11-05', new: 'no' },
    ])
    const [change] = await loadHistory(caseId, 1)
    expect(change).toMatchObject({ page: 'activities', by: { id: place.bo.id }, entries: [{ key: 'activities' }] })

    // The same file once more, and what is downloaded now.
    for (const same of [file, await hand(await downloaded())]) {
      const again = await look(same)
      expect(again).toMatchObject({ changes: [], moved: false, unchanged: 3 })
      expect(await accept(same, again?.seen)).toBe('unchanged')
    }
  })

  test('errors are named by their cell, and nothing changes', async () => {
    const rows = await downloaded()
    rows[2]?.splice(2, 1, 'ungefär hundratusen')
    rows[3]?.splice(3, 2, '2020-02-30', 'kanske')
    const file = await hand(rows)
    const before = await stored()
    const shown = await look(file)
    expect(shown?.errors.map(({ cell }) => cell)).toEqual(['C3', 'E4', 'D4'])
    expect(shown?.errors[0]?.message).toMatch(/^Skriv .*kronor/)
    expect(await accept(file, shown?.seen)).toBe('wrong')
    expect(await stored()).toEqual(before)

    rows[2]?.splice(2, 1, 100_000)
    rows[3]?.splice(3, 2, '2020-02-29', 'Ja')
    const mended = await hand(rows)
    expect(await accept(mended, (await look(mended))?.seen)).toBe('done')
  })

  test('what a colleague has changed meanwhile in other rows stays; in the same rows, it is shown anew', async () => {
    const rows = await downloaded()
    rows[1]?.splice(2, 1, 50_000)
    const file = await hand(rows)
    await type({ r2: { _at: '2', name: 'Ungdomsmottagning', cost: '130 000' } }, place.bo.id)
    const shown = await look(file)
    expect(shown?.changes.map(({ name }) => name)).toEqual(['Fältarbete'])

    await type({ r1: { _at: '1', name: 'Fältarbete', cost: '48 000', start: '2020-02-01', new: 'yes' } }, place.bo.id)
    expect(await accept(file, shown?.seen)).toBe('again')
    const anew = await look(file)
    expect(anew?.changes[0]?.cells).toEqual([{ label: 'Kostnad', before: '48\u00a0000', after: '50\u00a0000' }])
    expect(await accept(file, anew?.seen)).toBe('done')
    expect(await stored()).toMatchObject({ r1: { cost: '50\u00a0000' }, r2: { cost: '130 000' } })
  })

  test('a pasted block in any order, without keys, finds its rows; rows can be kept', async () => {
    const file = await keepSheet(
      which(),
      '',
      new TextEncoder().encode(
        'Kostnad\tAktivitet\n9 500 kr\tUtbildning\n45 000\tFältarbete\n1\tNytt\n54 501\tSumma\n',
      ),
    )
    const shown = await look(file)
    expect(shown).toMatchObject({ absent: ['Start', 'Ny'], sums: 1 })
    expect(shown?.changes.map(({ what, name }) => [what, name])).toContainEqual(['removed', 'Ungdomsmottagning'])
    const kept = await look(file, true)
    expect(kept?.changes.some(({ what }) => what === 'removed')).toBe(false)
  })

  test('five hundred rows come in and go out', async () => {
    const rows: Rows = [
      ['Aktivitet', 'Kostnad', 'Start', 'Ny'],
      ...Array.from({ length: 500 }, (_, at) => [`Aktivitet ${at}`, at * 100, '2020-03-01', at % 2 ? 'Ja' : 'Nej']),
    ]
    const file = await hand(rows)
    const shown = await look(file)
    expect(shown?.errors).toEqual([])
    expect(await accept(file, shown?.seen)).toBe('done')
    const out = await downloaded()
    expect(out).toHaveLength(501)
    expect(out[500]?.slice(1, 3)).toEqual(['Aktivitet 499', 49_900])
    const again = await look(await hand(out))
    expect(again).toMatchObject({ changes: [], unchanged: 500 })
  })

  test('a file of another case or table is not found under this one', async () => {
    const file = await keepSheet({ caseId, questionId: 'comment' }, '', new TextEncoder().encode('Aktivitet\nA'))
    await expect(look(file)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('a case that waits for a signature changes nothing', async () => {
    const file = await hand(await downloaded())
    const shown = await look(file)
    await db().case.update({ where: { id: caseId }, data: { state: 'awaitingSignature' } })
    await expect(accept(file, shown?.seen)).rejects.toMatchObject({ code: 'locked' })
  })
})
