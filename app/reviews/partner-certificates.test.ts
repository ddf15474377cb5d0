import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openCase } from '~/cases/open.server'
import { requestPage } from '~/cases/request-page.server'
import { requestSignature } from '~/cases/request-signature.server'
import { sealAtOnce } from '~/cases/seal-submission.server'
import { type Sign, signAndSubmit } from '~/cases/sign.server'
import { loadRequest } from '~/cases/signature.store.server'
import { partnerRole } from '~/cases/signers'
import { signersToAsk } from '~/cases/signers-to-ask.server'
import { answer, type Botkyrka, giveMandate, type Person, seedBotkyrka, signLast } from '~/cases/testing/botkyrka'
import { jointForm } from '~/cases/testing/joint-form'
import { storeForm } from '~/cases/testing/stored-form'
import { toSign } from '~/cases/to-sign.server'
import { declineSignature } from '~/cases/unlock.server'
import { requestFacts } from '~/platform/access/facts.server'
import { mayInRequest } from '~/platform/access/rules.server'
import type { Who } from '~/platform/access/who'
import { db } from '~/platform/db.server'
import { getFile } from '~/platform/files.server'
import { askAbout } from '~/signing/testing/witnesses'
import { stopVerifying, verifySealed } from '~/signing/verify.server'
import { stopRendering } from '~/views/pdf/render.server'
import { readCase } from './read-case.server'

const now = new Date('2021-01-14T09:00:00Z')
const both = (text: string) => ({ sv: text, en: text })
const certified = 'Vi är med i ansökan som {recipient.name} leder, och dess innehåll är förankrat hos oss.'
const salemSigns = partnerRole('0128')
let place: Botkyrka
let salem: { readonly organisationId: string; readonly sara: Person; readonly mandate: string }
let kimsMandate = ''
let caseId = ''

beforeAll(async () => {
  place = await seedBotkyrka()
  const formVersionId = await storeForm(jointForm({ role: both('Medsökande'), affirmation: both(certified) }))
  await db().round.updateMany({ data: { formVersionId } })
  const { id: organisationId } = await db().organisation.create({
    data: {
      kind: 'municipality',
      name: 'Salems kommun',
      shortName: 'Salem',
      code: '0128',
      orgNumber: '212000-2874',
      countyCode: '01',
    },
  })
  const memberships = { create: { organisationId, role: 'signatory' as const } }
  const sara = await db().user.create({ data: { name: 'Sara Sandlilja', email: 'sara@salem.example', memberships } })
  const terms = { title: 'Kommundirektör', decision: 'Kommunstyrelsens beslut 2020-05-04' }
  salem = { organisationId, sara, mandate: await giveMandate({ ...place, organisationId }, sara, terms) }
  kimsMandate = await giveMandate(place, place.kim)
})
beforeEach(async () => {
  await db().case.deleteMany({})
  const { roundId, agencyId, organisationId, ylva } = place
  const { formVersionId } = await db().round.findUniqueOrThrow({ where: { id: roundId } })
  caseId = (await db().case.create({ data: { roundId, organisationId, agencyId, formVersionId } })).id
  await openCase({ caseId, officer: ylva, now, language: 'sv' })
  await answer(caseId, ylva, { purpose: 'Ett ombud', partners: ['Salem'] }, now)
})
afterAll(async () => {
  await stopRendering()
  await stopVerifying()
})

const ask = (further?: Record<string, string>) =>
  requestSignature({
    caseId,
    mandateId: kimsMandate,
    ...(further && { further }),
    message: '',
    requester: place.ylva,
    now,
  })
const asked = async () => {
  const requestId = await ask({ [salemSigns]: salem.mandate })
  const { pdfHash: seenHash } = await loadRequest(requestId)
  const by = (signatory: Person): Sign => ({ requestId, seenHash, signatory, method: 'demo', now })
  return { requestId, kim: by(place.kim), sara: by(salem.sara) }
}
const whoIs = ({ id, name, email }: Person, organisationId: string): Who => ({
  user: { id, name, email, language: 'sv', operator: false },
  sessionId: '',
  method: 'demo',
  memberships: [{ organisationId, organisationName: '', organisationKind: 'municipality', role: 'signatory' }],
})

test('each partner is asked by name, by somebody who may sign for it and nobody else', async () => {
  expect(await signersToAsk(caseId, 'sv', now)).toMatchObject([
    {
      role: salemSigns,
      label: 'medsökande',
      partner: 'Salems kommun',
      candidates: [{ mandate: { id: salem.mandate } }],
    },
  ])
  await expect(ask()).rejects.toMatchObject({ code: 'invalid' })
  await expect(ask({ [salemSigns]: kimsMandate })).rejects.toMatchObject({ code: 'invalid' })
  await answer(caseId, place.ylva, { partners: null }, now)
  expect(await signersToAsk(caseId, 'sv', now)).toEqual([])
})

test('a partner’s signatory sees and signs that document, and nothing else of the case', async () => {
  const { requestId } = await asked()
  const { view } = await requestPage(requestId, salem.sara.id, 'sv', now)
  expect(view).toMatchObject({
    organisation: 'Botkyrka kommun',
    affirmation: 'Vi är med i ansökan som Botkyrka kommun leder, och dess innehåll är förankrat hos oss.',
    signatory: { me: true, partner: true, organisation: 'Salems kommun', title: 'Kommundirektör (medsökande)' },
    signers: [
      { name: 'Kim Korallrot' },
      { name: 'Sara Sandlilja', title: 'Kommundirektör, Salems kommun (medsökande)' },
    ],
  })
  const facts = await requestFacts(requestId)
  if (!facts) throw new Error('There is no request.')
  const everything = { see: true, sign: true }
  const nothing = { see: false, sign: false }
  expect(mayInRequest(whoIs(salem.sara, salem.organisationId), facts)).toEqual(everything)
  expect(mayInRequest(whoIs(place.kim, place.organisationId), facts)).toEqual(everything)
  // Another of Salem's people, and Sara when she has left Salem.
  expect(mayInRequest(whoIs(place.bo, salem.organisationId), facts)).toEqual(nothing)
  expect(mayInRequest(whoIs(salem.sara, place.agencyId), facts)).toEqual(nothing)
  const { open } = await toSign(salem.sara.id, [salem.organisationId], 'sv', now)
  expect(open.map(({ id }) => id)).toEqual([requestId])
  expect(await db().mail.findFirst({ where: { to: salem.sara.email } })).not.toBeNull()
})

test('the case is handed in when all have signed; the document and the reviewer’s page say who certifies what', async () => {
  const { requestId, kim, sara } = await asked()
  expect(await signAndSubmit(kim)).toBeUndefined()
  const submissionId = await signLast(sara)
  await sealAtOnce(submissionId, now)
  const { sealedPdfHash } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  const pdf = await getFile(sealedPdfHash ?? '')
  const { verdict, signatures } = await verifySealed(pdf)
  expect(verdict).toBe('authentic')
  expect(signatures.map(({ name, organisation }) => [name, organisation]).slice(0, 2)).toEqual([
    ['Kim Korallrot', 'Botkyrka kommun'],
    ['Sara Sandlilja', 'Salems kommun'],
  ])
  const { text } = await askAbout(pdf, 'pdftotext', '-layout', 'PDF', '-')
  const words = text.replace(/\s+/g, ' ')
  expect(words).toContain('Underskrift: Medsökande, Salems kommun')
  expect(words).toContain('dess innehåll är förankrat hos oss.')
  expect(words).toContain('Kommunstyrelsens beslut 2020-05-04')
  const { signatories } = await readCase(caseId, place.ylva.id, 'sv', now)
  expect(signatories.map(({ title }) => title)).toEqual([
    'Stöd- och utvecklingschef',
    'Kommundirektör, Salems kommun (medsökande)',
  ])
  expect(await db().jointApplicant.count({ where: { caseId } })).toBe(1)
  const receipt = await db().mail.findFirstOrThrow({
    where: { to: salem.sara.email, subject: { startsWith: 'Inskickat' } },
  })
  expect(JSON.stringify(receipt.attachments)).toContain(sealedPdfHash)
  expect(receipt.text).toContain(`/skriv-under/${requestId}`)
})

test('when a partner declines, nobody has signed', async () => {
  const { requestId, kim } = await asked()
  await signAndSubmit(kim)
  await declineSignature({ requestId, signatoryId: salem.sara.id, reason: 'Inte beslutat än.', now })
  expect(await db().signature.count()).toBe(0)
  expect((await db().case.findUniqueOrThrow({ where: { id: caseId } })).state).toBe('started')
})
