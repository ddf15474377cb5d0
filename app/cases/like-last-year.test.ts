import { beforeEach, describe, expect, test } from 'vitest'
import type { FileValue } from '~/forms/display'
import type { Json } from '~/forms/json'
import { db } from '~/platform/db.server'
import { findAttachment } from './attachment.store.server'
import { loadCase } from './case.store.server'
import { loadHistory } from './history.store.server'
import { likeLastYear } from './like-last-year.server'
import { openCase } from './open.server'
import { stepOfCase } from './step.server'
import { answer, type Botkyrka, seedBotkyrka } from './testing/botkyrka'

const now = new Date('2020-12-20T10:00:00Z')
const statement: FileValue = { name: 'Huvudbok.pdf', type: 'application/pdf', size: 1234, sha256: 'a'.repeat(64) }

let place: Botkyrka
let caseId: string

/** A case of Botkyrka's, just opened, whose officer answered for the year before as the worked case says, and this. */
async function opened(before: Readonly<Record<string, Json>> = {}) {
  const { worked, roundId, organisationId, agencyId, ylva } = place
  await db().case.deleteMany({ where: { organisationId } })
  const { formVersionId } = await db().round.findUniqueOrThrow({ where: { id: roundId } })
  const { id } = await db().case.create({ data: { roundId, organisationId, agencyId, formVersionId } })
  await openCase({ caseId: id, officer: ylva, now, language: 'sv' })
  const { surroundings } = await loadCase(id)
  const previous = { year: 2019, answers: { ...worked.record.answers, ...before } }
  await db().case.update({
    where: { id },
    data: { surroundings: JSON.parse(JSON.stringify({ ...surroundings, previous })) },
  })
  return id
}

const again = (pageId: string, question?: string) =>
  likeLastYear({ caseId, pageId, question, userId: place.ylva.id, now, language: 'sv' })
const draft = async () => (await loadCase(caseId)).draft

beforeEach(async () => {
  place ??= await seedBotkyrka()
  caseId = await opened()
})

describe.sequential('as last year', () => {
  test('one question is answered, others are left', async () => {
    expect(await again('representatives', 'posts')).toBe(1)
    const { posts, trainingOffered } = await draft()
    expect([posts, trainingOffered]).toEqual(['2,80', undefined])
    const [change] = await loadHistory(caseId, 1)
    expect(change).toMatchObject({ page: 'representatives', by: { id: place.ylva.id }, entries: [{ key: 'posts' }] })
  })

  test('a page is answered with the follow-ups that its answers open, and stands as it would have been typed', async () => {
    expect(await again('representatives')).toBe(6)
    expect(await draft()).toMatchObject({
      trainingOffered: 'no',
      trainingWhyNot: 'Inställt på grund av pandemin.',
      supervisionOffered: 'yes',
    })
    const { step } = await stepOfCase(caseId, 'representatives', 'sv', now)
    expect(step.issues).toEqual([])
    expect(step.questions.filter(({ again }) => again)).toEqual([])
  })

  test('what somebody has answered stays', async () => {
    await answer(caseId, place.ylva, { trainingOffered: 'yes', posts: '2,5' }, now)
    await again('representatives')
    const { posts, trainingOffered, trainingWhyNot } = await draft()
    expect([posts, trainingOffered, trainingWhyNot]).toEqual(['2,5', 'yes', undefined])
    expect(await again('representatives')).toBe(0)
  })

  test('locked and computed figures are never copied', async () => {
    await again('economy')
    const { grantedKronor, remaining } = await draft()
    expect(remaining).toBeUndefined()
    expect(grantedKronor).toBe((await loadCase(caseId)).draft.grantedKronor)
  })

  test('files come along only when they are asked for, and can be opened from this case', async () => {
    const files = [...place.worked.form.questions.values()].find(({ kind }) => kind === 'attachments')
    const id = files?.id ?? ''
    const page = place.worked.form.pageOf(id).id
    caseId = await opened({ [id]: [{ ...statement }] })
    await again(page)
    expect((await draft())[id]).toBeUndefined()
    expect(await findAttachment(caseId, statement.sha256)).toBeNull()
    expect(await again(page, id)).toBe(1)
    expect((await draft())[id]).toMatchObject([{ ...statement }])
    expect(await findAttachment(caseId, statement.sha256)).toEqual(statement)
  })

  test('what this year\u2019s form cannot read is not offered', async () => {
    caseId = await opened({ queue: 'sometimes', posts: '2.805' })
    expect(await again('access', 'queue')).toBe(0)
    const { step } = await stepOfCase(caseId, 'representatives', 'sv', now)
    expect(step.questions.find(({ id }) => id === 'posts')).toMatchObject({ id: 'posts' })
    expect(step.questions.find(({ id }) => id === 'posts')?.again).toBeUndefined()
  })

  test('nothing is written while a signature is asked for', async () => {
    await db().case.update({ where: { id: caseId }, data: { state: 'awaitingSignature' } })
    await expect(again('representatives')).rejects.toMatchObject({ code: 'locked' })
    expect((await draft()).posts).toBeUndefined()
  })
})

test('a figure says how far it has moved since', async () => {
  caseId = await opened({ usedKronor: 1_082_940 })
  await answer(caseId, place.ylva, { usedKronor: '1 127 386' }, now)
  const { step } = await stepOfCase(caseId, 'economy', 'sv', now)
  expect(step.questions.find(({ id }) => id === 'usedKronor')?.previousChange).toBe('+44\u00a0446 (+4\u00a0%)')
})
