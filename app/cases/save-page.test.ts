import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formatKronor } from '~/forms/format'
import { loadDemo } from '~/grants/demo/load-demo.server'
import { publishProgrammes } from '~/grants/publish.server'
import { importRegister } from '~/grants/register/import-register.server'
import { db } from '~/platform/db.server'
import { openConflicts } from './answers.store.server'
import { loadCase } from './case.store.server'
import { resolveConflict, restoreAnswer } from './change-answer.server'
import { conflictsOfCase } from './conflicts.server'
import { loadHistory } from './history.store.server'
import { openCase } from './open.server'
import { reviewOfCase } from './review.server'
import { type SavePage, savePage } from './save-page.server'

const now = new Date('2020-12-14T09:00:00Z')
let caseId = ''
let ylva = ''
let bo = ''

beforeAll(async () => {
  await importRegister()
  await publishProgrammes(now)
  await loadDemo(now)
  const user = async (name: string) => (await db().user.findFirstOrThrow({ where: { name } })).id
  ylva = await user('Ylva Ängsull')
  bo = await user('Bo Blåmes')
  const found = await db().case.findFirstOrThrow({
    where: { organisation: { code: '0127' }, round: { programme: 'personligt-ombud', kind: 'return' } },
  })
  caseId = found.id
  const officer = { id: ylva, name: 'Ylva Ängsull', email: 'ylva.angsull@botkyrka.example' }
  await openCase({ caseId, officer, now, language: 'sv' })
})

/** Back to what the case was opened with. */
beforeEach(async () => {
  const { changes } = await db().answerChange.findFirstOrThrow({ where: { caseId, revision: 1 } })
  const entries = Array.isArray(changes) ? changes : []
  const draft = Object.fromEntries(entries.map((entry) => [Object(entry).key, Object(entry).after]))
  const { revision } = await loadCase(caseId)
  await db().case.update({ where: { id: caseId }, data: { draft, revision: revision + 1, state: 'started' } })
  await db().answerConflict.deleteMany({})
})

const save = async (page: string, posted: SavePage['posted'], more: Partial<SavePage> = {}) =>
  savePage({
    caseId,
    pageId: page,
    posted,
    revision: (await loadCase(caseId)).revision,
    userId: ylva,
    now,
    language: 'sv',
    ...more,
  })

const answers = async () => (await loadCase(caseId)).draft

describe.sequential('saving a page', () => {
  test('keeps what was typed as typed, right or wrong', async () => {
    await save('economy', { usedKronor: 'ungefär en miljon' })
    expect((await answers()).usedKronor).toBe('ungefär en miljon')
  })

  test('answers with what the page shows now: follow-ups and computed values', async () => {
    const saved = await save('economy', { usedKronor: '1 082 940', usedPosts: '2,5' })
    expect(saved.computed.remaining).toBe('44\u00a0446\u00a0kr')
    expect(Object.values(saved.visible)).toContain(true)
  })

  test('never changes a locked value', async () => {
    const before = (await answers()).grantedKronor
    await save('economy', { grantedKronor: '9 999 999', usedKronor: '1' })
    expect((await answers()).grantedKronor).toEqual(before)
  })

  test('two officers on different questions both keep theirs', async () => {
    const { revision } = await loadCase(caseId)
    await save('economy', { usedKronor: '1 127 386', usedPosts: '' }, { revision })
    const second = await save('economy', { usedKronor: '', usedPosts: '2,80' }, { revision, userId: bo })
    expect(second.conflicts).toEqual([])
    expect(await answers()).toMatchObject({ usedKronor: '1 127 386', usedPosts: '2,80' })
  })

  test('two officers in different cells of one table both keep theirs', async () => {
    const { revision } = await loadCase(caseId)
    await save('clients', { clientsAll: { total: { women: '83' } } }, { revision })
    await save('clients', { clientsAll: { total: { men: '66' } } }, { revision, userId: bo })
    expect((await answers()).clientsAll).toMatchObject({ total: { women: '83', men: '66' } })
  })

  test('the same question changed by two: the first stands, the second waits, nothing is lost', async () => {
    const { revision } = await loadCase(caseId)
    await save('economy', { usedKronor: '1 127 386' }, { revision, userId: bo })
    const second = await save('economy', { usedKronor: '1 082 940' }, { revision })
    expect(second.conflicts).toHaveLength(1)
    expect((await answers()).usedKronor).toBe('1 127 386')
    expect(await openConflicts(caseId)).toMatchObject([{ key: 'usedKronor', mine: '1 082 940', mineBy: { id: ylva } }])
  })

  test('a page that stays open never takes back what others have saved meanwhile', async () => {
    const { revision } = await loadCase(caseId)
    const known = { usedKronor: '', usedPosts: '' }
    await save('economy', { usedKronor: '1 127 386', usedPosts: '' }, { revision, userId: bo })
    const first = await save('economy', { usedKronor: '', usedPosts: '2,80' }, { revision, known })
    expect(first).toMatchObject({ overtaken: true, conflicts: [] })
    const saved = { revision: first.revision, known: { usedKronor: '', usedPosts: '2,80' } }
    const second = await save('economy', { usedKronor: '', usedPosts: '2,75' }, saved)
    expect(second).toMatchObject({ overtaken: false, conflicts: [] })
    expect(await answers()).toMatchObject({ usedKronor: '1 127 386', usedPosts: '2,75' })
    const third = await save('economy', { usedKronor: '1 082 940', usedPosts: '2,75' }, saved)
    expect(third.conflicts).toMatchObject([{ key: 'usedKronor', mine: '1 082 940' }])
    expect((await answers()).usedKronor).toBe('1 127 386')
  })

  test('a conflict says where it is and shows both values as people read them', async () => {
    const { revision } = await loadCase(caseId)
    const answered = (women: string, answer: string, used: string) => ({
      clients: { clientsAll: { total: { women } } },
      organisation: { providers: { association: answer } },
      economy: { usedKronor: used },
    })
    for (const [userId, posted] of [
      [bo, answered('83', 'true', '1127386')],
      [ylva, answered('84', 'false', 'vet inte än')],
    ] as const)
      for (const [page, fields] of Object.entries(posted)) await save(page, fields, { revision, userId })
    const { conflicts } = await conflictsOfCase(caseId, ylva, 'sv', now)
    expect(conflicts.map(({ label, standing, waiting }) => [label, standing.text, waiting.text])).toEqual([
      ['Klienter under året, Totalt antal, Kvinnor', '83', '84'],
      ['Vem driver verksamheten?, En förening', 'Ja', 'Nej'],
      ['Hur mycket har ni använt?', formatKronor(1_127_386, 'sv'), 'vet inte än'],
    ])
  })

  test('a conflict says what each value leads to', async () => {
    const { revision } = await loadCase(caseId)
    await save('economy', { usedKronor: '1 127 386' }, { revision, userId: bo })
    await save('economy', { usedKronor: '1 082 940' }, { revision })
    const { conflicts } = await conflictsOfCase(caseId, ylva, 'sv', now)
    expect(conflicts.map(({ standing, waiting }) => [standing.makes, waiting.makes])).toEqual([
      [
        [`Kvar att betala tillbaka: ${formatKronor(0, 'sv')}`],
        [`Kvar att betala tillbaka: ${formatKronor(44_446, 'sv')}`],
      ],
    ])
  })

  test('a waiting value stays when its page is loaded anew and something else is typed there', async () => {
    const { revision } = await loadCase(caseId)
    await save('economy', { usedKronor: '1 127 386', usedPosts: '' }, { revision, userId: bo })
    await save('economy', { usedKronor: '1 082 940', usedPosts: '' }, { revision })
    await save('economy', { usedKronor: '1 127 386', usedPosts: '2,80' })
    expect(await openConflicts(caseId)).toMatchObject([{ mine: '1 082 940' }])
  })

  test('saving the page again does not slip the waiting value past the choice', async () => {
    const { revision } = await loadCase(caseId)
    await save('economy', { usedKronor: '1 127 386' }, { revision, userId: bo })
    await save('economy', { usedKronor: '1 082 940' }, { revision })
    await save('economy', { usedKronor: '1 082 941', usedPosts: '2,80' })
    expect(await answers()).toMatchObject({ usedKronor: '1 127 386', usedPosts: '2,80' })
    expect(await openConflicts(caseId)).toMatchObject([{ mine: '1 082 941' }])
  })

  test('choosing the waiting value puts it in; the other is in the history', async () => {
    const { revision } = await loadCase(caseId)
    await save('economy', { usedKronor: '1 127 386' }, { revision, userId: bo })
    await save('economy', { usedKronor: '1 082 940' }, { revision })
    const [conflict] = await openConflicts(caseId)
    const act = { caseId, userId: ylva, now, conflictId: conflict?.id ?? '', choice: 'waiting' } as const
    await resolveConflict(act)
    expect((await answers()).usedKronor).toBe('1 082 940')
    expect(await openConflicts(caseId)).toEqual([])
    expect((await loadHistory(caseId, 1))[0]?.entries).toEqual([
      { key: 'usedKronor', before: '1 127 386', after: '1 082 940' },
    ])
    await expect(resolveConflict(act)).rejects.toMatchObject({ code: 'stale' })
  })

  test('no signature can be asked for while a choice waits', async () => {
    const { revision } = await loadCase(caseId)
    await save('economy', { usedKronor: '1 127 386' }, { revision, userId: bo })
    await save('economy', { usedKronor: '1 082 940' }, { revision })
    const { conflicts, complete } = await reviewOfCase(caseId, 'sv', now)
    expect({ conflicts, complete }).toEqual({ conflicts: 1, complete: false })
  })

  test('thirty saves at once, each of its own cell: every one is there', async () => {
    const cells = ['total', 'a18to29', 'a30to49', 'a50to64', 'a65plus'].flatMap((row) =>
      ['women', 'men'].flatMap((column) =>
        ['clientsAll', 'clientsNew', 'clientsClosed'].map((table) => ({ table, row, column })),
      ),
    )
    const { revision } = await loadCase(caseId)
    const rows = Object.keys(Object((await answers()).clientsAll ?? {}))
    expect(rows).toEqual([])
    await Promise.all(
      cells.map(({ table, row, column }, index) =>
        save('clients', { [table]: { [row]: { [column]: String(index) } } }, { revision }),
      ),
    )
    const draft: Record<string, unknown> = await answers()
    const stored = cells.map(({ table, row, column }) => Object(Object(Object(draft)[table])[row])[column])
    expect(stored).toEqual(cells.map((_, index) => String(index)))
  }, 60_000)

  test('an answer is put back to what it was before a change', async () => {
    await save('economy', { usedKronor: '100' })
    const { revision } = await save('economy', { usedKronor: '200' })
    await restoreAnswer({ caseId, userId: bo, now, revision, key: 'usedKronor' })
    expect((await answers()).usedKronor).toBe('100')
  })

  test('nothing changes while a signature is asked for, nor after submission', async () => {
    await db().case.update({ where: { id: caseId }, data: { state: 'awaitingSignature' } })
    await expect(save('economy', { usedKronor: '1' })).rejects.toMatchObject({ code: 'locked' })
    await db().case.update({ where: { id: caseId }, data: { state: 'submitted' } })
    await expect(save('economy', { usedKronor: '1' })).rejects.toMatchObject({ code: 'closed' })
  })
})
