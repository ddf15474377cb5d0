import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { loadCase } from './case.store.server'
import { justHappened } from './just-happened.server'
import { myCases } from './my-cases.server'
import { requestPage } from './request-page.server'
import { savePage } from './save-page.server'
import { type Sign, signAndSubmit } from './sign.server'
import { answer, askToSign, type Botkyrka, filledCase, giveMandate, seedBotkyrka } from './testing/botkyrka'
import { toSign } from './to-sign.server'
import { declineSignature, unlockAnswers } from './unlock.server'

const now = new Date('2021-01-15T09:42:07Z')
let place: Botkyrka
let caseId = ''
let sign: Sign

beforeAll(async () => {
  place = await seedBotkyrka()
})

beforeEach(async () => {
  caseId = await filledCase(place, place.ylva, now)
  await db().mandate.deleteMany({})
  const mandateId = await giveMandate(place, place.kim)
  sign = await askToSign(caseId, { mandateId, requester: place.ylva, signatory: place.kim, now })
})

const page = async (userId = place.kim.id) => (await requestPage(sign.requestId, userId, 'sv', now)).view
const list = async (organisationIds = [place.organisationId]) => toSign(place.kim.id, organisationIds, 'sv', now)

describe.sequential('a request for a signature', () => {
  test('says who asks, about what and by when', async () => {
    expect(await page()).toMatchObject({
      state: 'open',
      title: 'Personligt ombud: återrapportering för 2020',
      requester: 'Ylva Ängsull',
      signatory: { name: 'Kim Korallrot', me: true },
      deadline: { date: 'fredag 15\u00a0januari', time: 'kl.\u00a023.59', past: false },
      pdfHash: sign.seenHash,
      problem: undefined,
    })
    expect(await page(place.ylva.id)).toMatchObject({ signatory: { me: false } })
  })

  test('says beforehand when there is no right to sign', async () => {
    await db().mandate.updateMany({ data: { validTo: now } })
    expect(await page()).toMatchObject({ problem: 'expired' })
    expect(await page(place.ylva.id)).not.toHaveProperty('problem')
  })

  test('keeps to the frozen record, and tells what has been changed since it was unlocked', async () => {
    await unlockAnswers({ caseId, requestId: sign.requestId, officer: place.ylva, now })
    await answer(caseId, place.ylva, { usedKronor: '1000000' }, now)
    const voided = await page()
    expect(voided).toMatchObject({ state: 'voided', figures: { amount: { text: '1\u00a0127\u00a0386\u00a0kr' } } })
    expect(voided.changes?.map(({ question }) => question)).toEqual(['usedKronor', 'remaining'])
    expect(voided.newer).toBeUndefined()
    const [mandate] = await db().mandate.findMany({})
    const next = await askToSign(caseId, {
      mandateId: mandate?.id ?? '',
      requester: place.ylva,
      signatory: place.kim,
      now,
    })
    expect((await page()).newer).toBe(next.requestId)
  })
})

describe.sequential('what waits for a signature', () => {
  test('is listed until it is answered', async () => {
    expect(await list()).toMatchObject({ open: [{ id: sign.requestId, state: 'open' }], answered: [] })
    await signAndSubmit(sign)
    expect(await list()).toMatchObject({ open: [], answered: [{ id: sign.requestId, state: 'signed' }] })
  })

  test('and what was declined is remembered, what was unlocked is not', async () => {
    await declineSignature({ requestId: sign.requestId, signatoryId: place.kim.id, reason: 'Nej.', now })
    expect(await list()).toMatchObject({ open: [], answered: [{ id: sign.requestId, state: 'declined' }] })
    expect(await page()).toMatchObject({ state: 'declined', declineReason: 'Nej.' })
  })

  test('is nobody’s who has left the organisation', async () => {
    expect(await list([])).toEqual({ open: [], answered: [] })
  })
})

describe.sequential('what has just happened in one’s cases', () => {
  const told = async () => {
    const cases = (await myCases([place.organisationId], 'sv', now)).filter(({ id }) => id === caseId)
    const events = await justHappened(cases, place.ylva.id, 'sv', now)
    return events.map(({ what, me, name, page: title, signatory }) => [what, me ? 'me' : name, title || signatory])
  }

  test('is told newest first: who filled in which page, who asked whom, and what came of it', async () => {
    const later = new Date(now.getTime() + 60_000)
    await declineSignature({ requestId: sign.requestId, signatoryId: place.kim.id, reason: 'Nej.', now: later })
    const { revision } = await loadCase(caseId)
    const posted = { usedKronor: '1 000 000' }
    const save = { caseId, pageId: 'economy', posted, revision, language: 'sv' } as const
    await savePage({ ...save, userId: place.ylva.id, now: new Date(now.getTime() + 120_000) })
    expect(await told()).toEqual([
      ['answered', 'me', 'Ekonomi'],
      ['declined', 'Kim Korallrot', ''],
      ['asked', 'me', 'Kim Korallrot'],
    ])
  })
})
