import { beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { getFile } from '~/platform/files.server'
import { sealAtOnce } from './seal-submission.server'
import { askToSign, filledCase, giveMandate, seedBotkyrka, signLast } from './testing/botkyrka'
import { largestDocument, verifyDocument } from './verify-document.server'

const now = new Date('2021-01-15T09:42:07Z')
let sealed: Uint8Array
let signed: Uint8Array
let shown: Uint8Array

beforeAll(async () => {
  const place = await seedBotkyrka()
  const caseId = await filledCase(place, place.ylva, now)
  const mandateId = await giveMandate(place, place.kim)
  const sign = await askToSign(caseId, { mandateId, requester: place.ylva, signatory: place.kim, now })
  const submissionId = await signLast(sign)
  await sealAtOnce(submissionId, now)
  const submission = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { request: { include: { signature: true } } },
  })
  sealed = await getFile(submission.sealedPdfHash ?? '')
  signed = await getFile(submission.request.signature?.signedPdfHash ?? '')
  shown = await getFile(submission.request.pdfHash)
})

test('the document of a receipt is genuine, and the portal tells when it came', async () => {
  const { words, received, intactLength } = await verifyDocument(sealed, 'sv')
  expect(words).toMatchObject({ state: 'good', title: 'Handlingen är äkta och oförändrad' })
  expect(words.text).toContain('bara är till för att prova Bidra')
  expect(words.lines.map(({ id, state }) => [id, state])).toEqual(
    ['person', 'seal', 'timestamp', 'changes', 'controlCode'].map((id) => [id, 'good']),
  )
  expect(received).toEqual({ at: 'fredag 15\u00a0januari 2021 kl.\u00a010.42.07' })
  expect(intactLength).toBeUndefined()
})

test('something added is found, and what was signed can be cut out again', async () => {
  const changed = Buffer.concat([sealed, Buffer.from('\n% something more\n')])
  const { words, received, intactLength } = await verifyDocument(changed, 'sv')
  expect(words).toMatchObject({ state: 'bad' })
  expect(received).toBeUndefined()
  const cut = await verifyDocument(changed.subarray(0, intactLength), 'en')
  expect(cut).toMatchObject({ words: { state: 'good' }, received: { at: 'Friday 15\u00a0January 2021 at 10:42:07' } })
})

test('what was signed and not sealed has not been received', async () => {
  expect(await verifyDocument(signed, 'sv')).toMatchObject({ words: { state: 'warning' }, received: undefined })
  expect(await verifyDocument(shown, 'sv')).toMatchObject({ words: { state: 'warning' }, received: undefined })
})

test('no PDF and no room', async () => {
  expect(await verifyDocument(Buffer.from('hej'), 'sv')).toMatchObject({ words: { state: 'bad', lines: [] } })
  const much = new Uint8Array(largestDocument + 1)
  await expect(verifyDocument(much, 'sv')).rejects.toMatchObject({ code: 'tooLarge' })
})

test('a file full of places for signatures is not taken apart', async () => {
  const places = Array.from({ length: 200 }, (_, i) => `\n/ByteRange [0 10 20 ${sealed.length - 20 + 3 * i}]`)
  const full = Buffer.concat([sealed, Buffer.from(places.join('')), Buffer.alloc(1000, ' ')])
  expect(await verifyDocument(full, 'sv')).toMatchObject({ words: { state: 'bad', lines: [] } })
})

test('only a few at once', async () => {
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => verifyDocument(sealed, 'sv')))
  const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refused).toEqual([
    expect.objectContaining({ code: 'unavailable' }),
    expect.objectContaining({ code: 'unavailable' }),
  ])
  expect(await verifyDocument(sealed, 'sv')).toMatchObject({ words: { state: 'good' } })
})
