import { beforeAll, beforeEach, expect, test } from 'vitest'
import { formatDateTime } from '~/forms/format'
import { db } from '~/platform/db.server'
import { myCases } from './my-cases.server'
import { remindSignatories } from './remind-signatories.server'
import { reminderOf } from './reminder'
import { askToSign, type Botkyrka, filledCase, giveMandate, seedBotkyrka } from './testing/botkyrka'
import { unlockAnswers } from './unlock.server'

const asked = new Date('2021-01-14T09:42:07Z')
const morning = new Date('2021-01-15T07:00:00Z')
let place: Botkyrka
let caseId = ''
let requestId = ''

beforeAll(async () => {
  place = await seedBotkyrka()
})

beforeEach(async () => {
  await db().mandate.deleteMany({})
  caseId = await filledCase(place, place.ylva, asked)
  const mandateId = await giveMandate(place, place.kim)
  const sign = await askToSign(caseId, { mandateId, requester: place.ylva, signatory: place.kim, now: asked })
  requestId = sign.requestId
  await db().mail.deleteMany({})
})

const remind = (now: Date, officer = place.bo) => remindSignatories({ caseId, requestId, officer, now })
/** What the officer is offered at «Mina ärenden». */
async function offered(userId: string, now: Date) {
  const [mine] = await myCases([place.organisationId], 'sv', now)
  return mine?.request ? reminderOf(mine.request, userId, 'sv', now) : undefined
}

test('the signatory gets the letter again, with whose reminder it is, once a day', async () => {
  expect(await offered(place.bo.id, morning)).toMatchObject({ name: 'Kim', today: false })
  await remind(morning)
  const evening = new Date('2021-01-15T22:30:00Z')
  await expect(remind(evening)).rejects.toMatchObject({ code: 'tooMany' })
  const [letter, ...others] = await db().mail.findMany({})
  expect(others).toEqual([])
  expect(letter).toMatchObject({
    to: place.kim.email,
    subject: 'Påminnelse: skriv under Personligt ombud: återrapportering för 2020',
  })
  expect(letter?.text).toContain('Bo Blåmes påminner dig om att skriva under')
  expect(letter?.text).toContain(`Du fick ärendet ${formatDateTime(asked, 'sv')}.`)
  expect(letter?.text).toContain(`/skriv-under/${requestId}`)
  expect(await offered(place.bo.id, evening)).toMatchObject({ at: 'i dag kl.\u00a008.00', today: true })
  // Half past eleven in the evening is the same day; an hour later it is another.
  await remind(new Date('2021-01-15T23:30:00Z'))
  expect(await db().mail.count()).toBe(2)
  expect(await db().auditEvent.count({ where: { action: 'signature.reminded', entity: `case:${caseId}` } })).toBe(2)
})

test('two officers at once send one letter', async () => {
  const both = await Promise.allSettled([remind(morning), remind(morning, place.ylva)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db().mail.count()).toBe(1)
})

test('nobody is reminded of what is signed or unlocked, of another case, or by themselves', async () => {
  expect(await offered(place.kim.id, morning)).toBeUndefined()
  await expect(remind(morning, place.kim)).rejects.toMatchObject({ code: 'stale' })
  const other = '019b0000-0000-7000-8000-000000000000'
  await expect(remindSignatories({ caseId, requestId: other, officer: place.bo, now: morning })).rejects.toMatchObject({
    code: 'notFound',
  })
  await unlockAnswers({ caseId, requestId, officer: place.ylva, now: morning })
  await db().mail.deleteMany({})
  await expect(remind(morning)).rejects.toMatchObject({ code: 'stale' })
  expect(await db().mail.count()).toBe(0)
})
