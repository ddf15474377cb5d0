import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { getFile } from '~/platform/files.server'
import { verifySealed } from '~/signing/verify.server'
import { changesSince } from './difference.server'
import { receiptOfCase } from './receipt.server'
import { resumeSealing, sealAtOnce, sealSubmission } from './seal-submission.server'
import { type Sign, signAndSubmit, signingProblem } from './sign.server'
import { loadRequest } from './signature.store.server'
import { signersOf } from './signers'
import { storeSealed } from './submission.store.server'
import {
  answer,
  askToSign,
  type Botkyrka,
  deadline,
  filledCase,
  giveMandate,
  seedBotkyrka,
  signLast,
} from './testing/botkyrka'
import { declineSignature, unlockAnswers } from './unlock.server'

const now = new Date('2021-01-15T09:42:07Z')
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds)
let place: Botkyrka
let caseId = ''

beforeAll(async () => {
  place = await seedBotkyrka()
})

beforeEach(async () => {
  await db().mail.deleteMany({})
  caseId = await filledCase(place, place.ylva, now)
  await db().mandate.deleteMany({})
})

/** Kim, with a mandate, is asked by Ylva. */
async function asked(at = now): Promise<Sign> {
  const mandateId = await giveMandate(place, place.kim)
  return askToSign(caseId, { mandateId, requester: place.ylva, signatory: place.kim, now: at })
}

const counts = async () => ({
  submissions: await db().submission.count({ where: { caseId } }),
  signatures: await db().signature.count({ where: { request: { caseId } } }),
})
const nothing = { submissions: 0, signatures: 0 }
const one = { submissions: 1, signatures: 1 }
const actions = async () =>
  (await db().auditEvent.findMany({ where: { entity: `case:${caseId}` }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )
async function problemOf({ requestId }: Sign) {
  const request = await loadRequest(requestId)
  return signingProblem(request, signersOf(request)[0], now)
}
const letters = async (subject: RegExp) =>
  (await db().mail.findMany({ orderBy: { to: 'asc' } })).filter((mail) => subject.test(mail.subject))

describe.sequential('signing', () => {
  test('submits once, however often and however much at once', async () => {
    const sign = await asked()
    const ids = await Promise.all([signAndSubmit(sign), signAndSubmit(sign), signAndSubmit(sign)])
    expect(new Set([...ids, await signAndSubmit(sign)]).size).toBe(1)
    expect(await counts()).toEqual(one)
    expect(await actions()).toEqual(['signature.requested', 'signature.made', 'case.submitted'])
    const row = await db().case.findUniqueOrThrow({ where: { id: caseId } })
    expect(row).toMatchObject({ state: 'submitted', submittedAt: now, late: false, amount: 1_127_386, remaining: 0 })
  })

  test('is refused when the answers were unlocked meanwhile, and the difference can be told', async () => {
    const sign = await asked()
    await unlockAnswers({ caseId, requestId: sign.requestId, officer: place.ylva, now })
    expect(await changesSince(sign.requestId, 'sv')).toEqual([])
    await answer(caseId, place.ylva, { usedKronor: '1082940' }, now)
    await expect(signAndSubmit(sign)).rejects.toMatchObject({ code: 'stale' })
    expect(await counts()).toEqual(nothing)
    const changes = await changesSince(sign.requestId, 'sv')
    expect(changes.map(({ question }) => question)).toEqual(['usedKronor', 'remaining'])
    expect(changes[0]).toMatchObject({
      before: { text: '1\u00a0127\u00a0386\u00a0kr' },
      after: { text: '1\u00a0082\u00a0940\u00a0kr' },
    })
  })

  test('is not undone from another case', async () => {
    const { requestId } = await asked()
    const elsewhere = { caseId: randomUUID(), requestId, officer: place.ylva, now }
    await expect(unlockAnswers(elsewhere)).rejects.toMatchObject({ code: 'notFound' })
    expect((await db().signatureRequest.findUniqueOrThrow({ where: { id: requestId } })).state).toBe('open')
  })

  test('and unlocking at once: one of the two wins', async () => {
    const sign = await asked()
    const [signed, unlocked] = await Promise.allSettled([
      signAndSubmit(sign),
      unlockAnswers({ caseId, requestId: sign.requestId, officer: place.ylva, now }),
    ])
    expect([signed.status, unlocked.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await counts()).toEqual(signed.status === 'fulfilled' ? one : nothing)
    const { state } = await db().case.findUniqueOrThrow({ where: { id: caseId } })
    expect(state).toBe(signed.status === 'fulfilled' ? 'submitted' : 'started')
  })

  test('is refused when another document was seen', async () => {
    const sign = await asked()
    await expect(signAndSubmit({ ...sign, seenHash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'stale' })
    expect(await counts()).toEqual(nothing)
  })

  test('is for the one who was asked', async () => {
    const sign = await asked()
    await giveMandate(place, place.bo)
    await expect(signAndSubmit({ ...sign, signatory: place.bo })).rejects.toMatchObject({ code: 'notFound' })
    expect(await counts()).toEqual(nothing)
  })

  test.each([
    ['was revoked', { revokedAt: now }, 'revoked'],
    ['was revoked a moment later', { revokedAt: after(1) }, 'revoked'],
    ['has run out', { validTo: now }, 'expired'],
  ] as const)('is refused when the mandate %s after the request', async (_what, change, problem) => {
    const sign = await asked()
    await db().mandate.updateMany({ data: change })
    await expect(signAndSubmit(sign)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await counts()).toEqual(nothing)
    expect(await problemOf(sign)).toBe(problem)
  })

  test('uses the mandate that the document names, whatever other mandates the person has', async () => {
    await giveMandate(place, place.kim, { title: 'Tillförordnad förvaltningschef', decision: 'Beslut 2020-03-01' })
    const chosen = await giveMandate(place, place.kim, { title: 'Socialdirektör', decision: 'Delegationsordning, 7.2' })
    await giveMandate(place, place.kim, { title: 'Biträdande chef', decision: 'Beslut 2020-05-01' })
    const sign = await askToSign(caseId, { mandateId: chosen, requester: place.ylva, signatory: place.kim, now })
    await signAndSubmit(sign)
    const signature = await db().signature.findFirstOrThrow({ where: { request: { caseId } } })
    expect(signature.mandateId).toBe(chosen)
    const { signatures } = await verifySealed(await getFile(signature.signedPdfHash))
    expect(signatures).toMatchObject([{ name: 'Kim Korallrot', title: 'Socialdirektör' }])
    expect(await receiptOfCase(caseId, 'sv')).toMatchObject({ signatures: [{ title: 'Socialdirektör' }] })
  })

  test('is refused when the mandate that the document names is revoked, although another one holds', async () => {
    await giveMandate(place, place.kim, { title: 'Förvaltningschef' })
    const sign = await asked()
    const { mandateId } = await db().signatureRequest.findUniqueOrThrow({ where: { id: sign.requestId } })
    await db().mandate.update({ where: { id: mandateId ?? '' }, data: { revokedAt: now } })
    await expect(signAndSubmit(sign)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await counts()).toEqual(nothing)
    expect(await problemOf(sign)).toBe('revoked')
  })

  test('of a request from before, which names no mandate, asks for a new request', async () => {
    const sign = await asked()
    await db().signatureRequest.update({ where: { id: sign.requestId }, data: { mandateId: null } })
    await expect(signAndSubmit(sign)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await problemOf(sign)).toBe('unnamed')
  })

  test('what one has filled in oneself takes a mandate that says so', async () => {
    const own = await giveMandate(place, place.bo, { ownWork: true })
    await answer(caseId, place.bo, { usedKronor: '1127386' }, now)
    const sign = await askToSign(caseId, { mandateId: own, requester: place.bo, signatory: place.bo, now })
    await db().mandate.update({ where: { id: own }, data: { ownWork: false } })
    await expect(signAndSubmit(sign)).rejects.toMatchObject({ code: 'forbidden' })
    await db().mandate.update({ where: { id: own }, data: { ownWork: true } })
    await signAndSubmit(sign)
    expect(await counts()).toEqual(one)
  })

  test.each([
    ['at the last moment', deadline, undefined, false],
    ['right after it', new Date(deadline.getTime() + 1), undefined, true],
    ['after it, with more time given', new Date('2021-01-20T08:00:00Z'), new Date('2021-01-29T22:59:59.999Z'), false],
  ])('%s', async (_when, at, extendedTo, late) => {
    if (extendedTo) await db().case.update({ where: { id: caseId }, data: { extendedTo } })
    await signAndSubmit(await asked(at))
    expect(await db().case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ late, submittedAt: at })
    expect(await receiptOfCase(caseId, 'sv')).toMatchObject({ late })
  })
})

describe.sequential('declining', () => {
  test('opens the answers, tells the officer why, and ends the request', async () => {
    const sign = await asked()
    const decline = { requestId: sign.requestId, signatoryId: place.kim.id, reason: 'Åldrarna stämmer inte.', now }
    await declineSignature(decline)
    expect(await db().case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'started' })
    const [letter] = await letters(/avböjd/)
    expect(letter).toMatchObject({ to: place.ylva.email, text: expect.stringContaining('Åldrarna stämmer inte.') })
    await expect(signAndSubmit(sign)).rejects.toMatchObject({ code: 'stale' })
    await expect(declineSignature(decline)).rejects.toMatchObject({ code: 'stale' })
    expect(await counts()).toEqual(nothing)
  })
})

describe.sequential('sealing', () => {
  test('at once gives a document that verifies, stamped with the time of receipt', async () => {
    const submissionId = await signLast(await asked())
    await sealAtOnce(submissionId, now)
    const { sealedPdfHash, requestId } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
    const { verdict, signatures, recordHash } = await verifySealed(await getFile(sealedPdfHash ?? ''))
    expect(verdict).toBe('authentic')
    expect(signatures.map(({ role, name, at }) => [role, name, at])).toEqual([
      ['person', 'Kim Korallrot', now.toISOString()],
      ['seal', expect.any(String), now.toISOString()],
    ])
    const request = await db().signatureRequest.findUniqueOrThrow({ where: { id: requestId } })
    expect(recordHash).toBe(request.recordHash)
  })

  test('goes on after a crash, by whoever comes first: one document, one receipt to each', async () => {
    const submissionId = await signLast(await asked())
    expect(await receiptOfCase(caseId, 'sv')).toMatchObject({ file: undefined, mailed: { done: false } })
    await Promise.all([resumeSealing(), resumeSealing(), sealSubmission(submissionId, after(20_000))])
    const { sealedPdfHash } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
    await resumeSealing()
    expect((await db().submission.findUniqueOrThrow({ where: { id: submissionId } })).sealedPdfHash).toBe(sealedPdfHash)
    const receipts = await letters(/^Inskickat/)
    expect(receipts.map(({ to }) => to)).toEqual([place.ylva.email, 'soc@botkyrka.se'].sort())
    expect(receipts.map(({ attachments }) => attachments)).toEqual(
      receipts.map(() => [expect.objectContaining({ sha256: sealedPdfHash, type: 'application/pdf' })]),
    )
    expect(await receiptOfCase(caseId, 'sv')).toMatchObject({
      receivedAt: 'fredag 15\u00a0januari 2021 kl.\u00a010.42.07',
      apart: { unit: 'hour', count: 13 },
      signatures: [{ name: 'Kim Korallrot' }],
      file: { name: 'personligt-ombud-aterrapportering-2020-botkyrka.pdf' },
      mailed: { done: true, to: [place.ylva.email, 'soc@botkyrka.se'] },
    })
  })

  test('that broke off before the receipt sends it, with the document that was stored', async () => {
    const submissionId = await signLast(await asked())
    const { signedPdfHash } = await db().signature.findFirstOrThrow({ where: { request: { caseId } } })
    await storeSealed(submissionId, signedPdfHash, now)
    await resumeSealing()
    const receipts = await letters(/^Inskickat/)
    expect(receipts).toHaveLength(2)
    expect(receipts[0]?.attachments).toEqual([expect.objectContaining({ sha256: signedPdfHash })])
  })

  test('that fails takes nothing back', async () => {
    const submissionId = await signLast(await asked())
    await db().signatureRequest.updateMany({ where: { caseId }, data: { signedPdfHash: '0'.repeat(64) } })
    await sealAtOnce(submissionId, now)
    expect(await counts()).toEqual(one)
    expect(await receiptOfCase(caseId, 'sv')).toMatchObject({ file: undefined })
  })
})
