import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { getFile } from '~/platform/files.server'
import { signingAuthority } from '~/signing/authority.server'
import { loadTrialAuthority } from '~/signing/store.server'
import { askAbout, openssl, pdfsig } from '~/signing/testing/witnesses'
import { openTrialAuthority } from '~/signing/trial-authority.server'
import { stopVerifying, verifySealed } from '~/signing/verify.server'
import { stopRendering } from '~/views/pdf/render.server'
import { receiptOfCase } from './receipt.server'
import { requestPage } from './request-page.server'
import { requestSignature } from './request-signature.server'
import { resumeSealing, sealAtOnce } from './seal-submission.server'
import { type Sign, signAndSubmit } from './sign.server'
import { loadRequest } from './signature.store.server'
import { signersToAsk } from './signers-to-ask.server'
import { type Botkyrka, filledCase, giveMandate, type Person, seedBotkyrka, signLast } from './testing/botkyrka'
import { toSign } from './to-sign.server'
import { declineSignature, unlockAnswers } from './unlock.server'

const now = new Date('2021-01-15T09:42:07Z')
const later = new Date('2021-01-15T12:00:00Z')
const affirmation = { sv: 'Beloppen stämmer med bokföringen.', en: 'The amounts agree with the accounts.' }
let place: Botkyrka
let caseId = ''
let mandates: { readonly kim: string; readonly alva: string }

beforeAll(async () => {
  place = await seedBotkyrka()
  const signers = [{ id: 'controller', role: { sv: 'Controller', en: 'Controller' }, affirmation }]
  const { definition } = place.worked.form
  const { id: formVersionId } = await db().formVersion.create({
    data: {
      formId: definition.id,
      version: 2,
      hash: 'with a controller',
      definition: JSON.parse(JSON.stringify({ ...definition, signers })),
    },
  })
  await db().round.updateMany({ data: { formVersionId } })
})
beforeEach(async () => {
  await db().mail.deleteMany({})
  caseId = await filledCase(place, place.ylva, now)
  await db().mandate.deleteMany({})
  const kim = await giveMandate(place, place.kim)
  const alva = await giveMandate(place, place.alva, { title: 'Avdelningschef', decision: 'Beslut 2020-02-03' })
  await db().mandate.update({ where: { id: alva }, data: { role: 'controller' } })
  mandates = { kim, alva }
})
afterAll(async () => {
  await stopRendering()
  await stopVerifying()
})

const ask = (mandateId: string, further?: Record<string, string>) =>
  requestSignature({ caseId, mandateId, ...(further ? { further } : {}), message: '', requester: place.ylva, now })

/** Kim as the signatory and Alva as the controller are asked; what each of them does to sign. */
async function asked(): Promise<{ readonly requestId: string; readonly kim: Sign; readonly alva: Sign }> {
  const requestId = await ask(mandates.kim, { controller: mandates.alva })
  const { pdfHash: seenHash } = await loadRequest(requestId)
  const by = (signatory: Person, at: Date): Sign => ({ requestId, seenHash, signatory, method: 'demo', now: at })
  return { requestId, kim: by(place.kim, now), alva: by(place.alva, later) }
}

const state = async () => (await db().case.findUniqueOrThrow({ where: { id: caseId } })).state
const kept = async () => ({
  submissions: await db().submission.count({ where: { caseId } }),
  signatures: await db().signature.count({ where: { request: { caseId } } }),
  further: await db().furtherSigner.count({ where: { request: { caseId }, signedAt: { not: null } } }),
})
const nothing = { submissions: 0, signatures: 0, further: 0 }
const everything = { submissions: 1, signatures: 1, further: 1 }
const told = async (subject: RegExp) =>
  (await db().mail.findMany({ orderBy: { to: 'asc' } })).filter((mail) => subject.test(mail.subject))

test('both are asked, each signs behind the other, and the last one submits: every program agrees', async () => {
  // The witnesses ask whether a certificate is valid today.
  const today = new Date(Math.floor(Date.now() / 1000) * 1000)
  const afterwards = new Date(today.getTime() + 1000)
  const { requestId, kim, alva } = await asked()
  expect((await told(/^Skriv under/)).map(({ to }) => to)).toEqual([place.alva.email, place.kim.email])
  expect(await signAndSubmit({ ...kim, now: today })).toBeUndefined()
  expect(await state()).toBe('awaitingSignature')
  const { view } = await requestPage(requestId, place.alva.id, 'sv', later)
  expect(view).toMatchObject({
    affirmation: affirmation.sv,
    signatory: { name: place.alva.name, me: true, title: 'Avdelningschef (controller)', signedAt: undefined },
    signers: [
      { name: place.kim.name, signedAt: expect.any(String), me: false },
      { name: place.alva.name, signedAt: undefined, me: true },
    ],
  })
  const submissionId = await signLast({ ...alva, now: afterwards })
  await sealAtOnce(submissionId, afterwards)
  expect(await kept()).toEqual(everything)
  const { sealedPdfHash, receivedAt } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  expect(receivedAt).toEqual(afterwards)
  const pdf = await getFile(sealedPdfHash ?? '')
  const { verdict, signatures } = await verifySealed(pdf)
  expect(verdict).toBe('authentic')
  expect(signatures.map(({ role, name, title, at }) => [role, name, title, at])).toEqual([
    ['person', place.kim.name, 'Stöd- och utvecklingschef', today.toISOString()],
    ['person', place.alva.name, 'Avdelningschef (controller)', afterwards.toISOString()],
    ['seal', expect.any(String), undefined, afterwards.toISOString()],
  ])
  await signingAuthority()
  const { rootPem } = await openTrialAuthority(await loadTrialAuthority())
  expect((await pdfsig(pdf, rootPem)).text.match(/Signature is Valid/g)).toHaveLength(3)
  const { text } = await askAbout(pdf, 'pdftotext', '-layout', 'PDF', '-')
  for (const words of ['Underskrift: Controller', affirmation.sv, `${place.alva.name}, Avdelningschef`]) {
    expect(text).toContain(words)
  }
  for (const said of await openssl(pdf, rootPem)) {
    expect(said.cms.text).toContain('CAdES Verification successful')
    expect(said.timestamp.text).toContain('Verification: OK')
  }
  expect((await receiptOfCase(caseId, 'sv')).signatures).toMatchObject([
    { name: place.kim.name },
    { name: place.alva.name, title: 'Avdelningschef (controller)' },
  ])
  const [receipt] = await told(/^Inskickat/)
  expect(receipt?.text).toContain(place.alva.name)
})

test('in the other order, and both at once: nobody’s signature is lost', async () => {
  const first = await asked()
  expect(await signAndSubmit(first.alva)).toBeUndefined()
  expect(await signAndSubmit(first.alva)).toBeUndefined()
  await unlockAnswers({ caseId, requestId: first.requestId, officer: place.ylva, now })
  const { kim, alva } = await asked()
  const made = await Promise.all([signAndSubmit(kim), signAndSubmit(alva)])
  const submissionId = made.find((id) => id !== undefined) ?? ''
  expect(await kept()).toEqual(everything)
  await sealAtOnce(submissionId, later)
  const { sealedPdfHash } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  const { verdict, signatures } = await verifySealed(await getFile(sealedPdfHash ?? ''))
  expect(verdict).toBe('authentic')
  expect(signatures.map(({ name }) => name)).toEqual(expect.arrayContaining([place.kim.name, place.alva.name]))
  expect(await Promise.all([signAndSubmit(kim), signAndSubmit(alva)])).toEqual([submissionId, submissionId])
})

test('what a crash leaves between two signatures waits: nothing is sealed, and the other signs later', async () => {
  const { kim, alva } = await asked()
  await signAndSubmit(kim)
  await resumeSealing()
  expect(await kept()).toEqual({ submissions: 0, signatures: 1, further: 0 })
  await signLast(alva)
  expect(await kept()).toEqual(everything)
})

test('who has signed has answered; the other is waited for', async () => {
  const { requestId, kim } = await asked()
  await signAndSubmit(kim)
  const list = (person: Person) => toSign(person.id, [place.organisationId], 'sv', later)
  expect(await list(place.kim)).toMatchObject({ open: [], answered: [{ id: requestId, state: 'signed' }] })
  expect(await list(place.alva)).toMatchObject({ open: [{ id: requestId }], answered: [] })
})

test('when one declines, no signature counts any more, and the one who had signed is told', async () => {
  const { requestId, kim, alva } = await asked()
  await signAndSubmit(kim)
  await declineSignature({ requestId, signatoryId: place.alva.id, reason: 'Fel belopp.', now: later })
  expect(await state()).toBe('started')
  expect(await kept()).toEqual(nothing)
  expect(await loadRequest(requestId)).toMatchObject({ signedPdfHash: null, declinedBy: { name: place.alva.name } })
  const [letter] = await told(/avböjd/)
  expect(letter).toMatchObject({ to: place.ylva.email, text: expect.stringContaining(place.alva.name) })
  const [ended] = await told(/Behöver inte längre/)
  expect(ended).toMatchObject({
    to: place.kim.email,
    text: expect.stringContaining(`${place.alva.name} skrev inte under`),
  })
  await expect(signAndSubmit(alva)).rejects.toMatchObject({ code: 'stale' })
  await expect(signAndSubmit(kim)).rejects.toMatchObject({ code: 'stale' })
  const again = await asked()
  await signAndSubmit(again.alva)
  await signLast(again.kim)
  expect(await kept()).toEqual(everything)
})

test('who has signed cannot decline; an officer can unlock, and both are told', async () => {
  const { requestId, kim } = await asked()
  await signAndSubmit(kim)
  const decline = { requestId, signatoryId: place.kim.id, reason: 'Ångrar mig.', now: later }
  await expect(declineSignature(decline)).rejects.toMatchObject({ code: 'stale' })
  await unlockAnswers({ caseId, requestId, officer: place.ylva, now: later })
  expect(await kept()).toEqual(nothing)
  expect((await told(/Behöver inte längre/)).map(({ to }) => to)).toEqual([place.alva.email, place.kim.email])
})

test('a mandate is for one thing: the right to sign for the organisation is none to sign as its controller', async () => {
  expect(await signersToAsk(caseId, 'sv', now)).toMatchObject([
    { role: 'controller', label: 'controller', candidates: [{ mandate: { id: mandates.alva } }] },
  ])
  await expect(ask(mandates.kim)).rejects.toMatchObject({ code: 'invalid' })
  await expect(ask(mandates.alva, { controller: mandates.kim })).rejects.toMatchObject({ code: 'invalid' })
  const other = await giveMandate(place, place.bo)
  await expect(ask(mandates.kim, { controller: other })).rejects.toMatchObject({ code: 'invalid' })
  const both = await giveMandate(place, place.alva)
  const twice = ask(both, { controller: mandates.alva })
  await expect(twice).rejects.toMatchObject({ code: 'invalid', message: 'samePerson' })
})

test('a mandate that is taken back stops its own signature alone', async () => {
  const { kim, alva } = await asked()
  await db().mandate.update({ where: { id: mandates.alva }, data: { revokedAt: now } })
  await signAndSubmit(kim)
  await expect(signAndSubmit(alva)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await kept()).toEqual({ submissions: 0, signatures: 1, further: 0 })
})
