import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { stopRendering } from '~/views/pdf/render.server'
import { openCase } from './open.server'
import { type Sign, signAndSubmit } from './sign.server'
import { tasksOfCase } from './tasks.server'
import { answer, askToSign, type Botkyrka, giveMandate, type Person, seedBotkyrka, signLast } from './testing/botkyrka'
import { jointForm } from './testing/joint-form'
import { storeForm } from './testing/stored-form'

const now = new Date('2021-01-14T09:00:00Z')
let place: Botkyrka

/** A municipality with one person, who may fill in and sign. */
interface Applicant {
  readonly organisationId: string
  readonly person: Person
  caseId: string
  mandateId: string
}
let botkyrka: Applicant
let salem: Applicant

beforeAll(async () => {
  place = await seedBotkyrka()
  const formVersionId = await storeForm(jointForm())
  await db().round.updateMany({ data: { formVersionId } })
  const { id: organisationId } = await db().organisation.create({
    data: { kind: 'municipality', name: 'Salems kommun', shortName: 'Salem', code: '0128', countyCode: '01' },
  })
  const person = await db().user.create({
    data: {
      name: 'Sara Sandlilja',
      email: 'sara@salem.example',
      memberships: { create: { organisationId, role: 'officer' } },
    },
  })
  const terms = { ownWork: true }
  const kim = { organisationId: place.organisationId, person: place.kim, caseId: '' }
  botkyrka = { ...kim, mandateId: await giveMandate(place, place.kim, terms) }
  const theirs = { organisationId, person, caseId: '' }
  salem = { ...theirs, mandateId: await giveMandate({ ...place, organisationId }, person, terms) }
})
beforeEach(async () => {
  await db().case.deleteMany({})
  const { roundId, agencyId } = place
  const { formVersionId } = await db().round.findUniqueOrThrow({ where: { id: roundId } })
  for (const applicant of [botkyrka, salem]) {
    const { organisationId, person: officer } = applicant
    const { id } = await db().case.create({ data: { roundId, organisationId, agencyId, formVersionId } })
    applicant.caseId = id
    await openCase({ caseId: id, officer, now, language: 'sv' })
  }
})
afterAll(stopRendering)

async function asked({ caseId, person, mandateId }: Applicant, partners: string[] = []): Promise<Sign> {
  await answer(caseId, person, { purpose: 'Ett ombud', ...(partners.length > 0 ? { partners } : {}) }, now)
  return askToSign(caseId, { mandateId, requester: person, signatory: person, now })
}
const problem = async ({ caseId, person }: Applicant) => (await tasksOfCase(caseId, person.id, 'sv', now)).joint
const refused = { code: 'conflict', message: 'joint' }

test('who is named as a partner cannot hand in for itself in the same round, and is told who leads', async () => {
  await signLast(await asked(botkyrka, ['Salem']))
  expect(await problem(salem)).toEqual({ what: 'named', names: ['Botkyrka kommun'] })
  await expect(asked(salem)).rejects.toMatchObject(refused)
  expect(await problem(botkyrka)).toBeUndefined()
})

test('a partner that has handed in for itself cannot be named', async () => {
  await signLast(await asked(salem))
  await answer(botkyrka.caseId, botkyrka.person, { purpose: 'Ett ombud', partners: ['Salem'] }, now)
  expect(await problem(botkyrka)).toEqual({ what: 'partners', names: ['Salems kommun'] })
  await expect(asked(botkyrka, ['Salem'])).rejects.toMatchObject(refused)
})

test('a draft stands in nobody’s way', async () => {
  await answer(botkyrka.caseId, botkyrka.person, { purpose: 'Ett ombud', partners: ['Salem'] }, now)
  expect(await problem(salem)).toBeUndefined()
  await signLast(await asked(salem))
})

test('when both are signed at once, one is handed in', async () => {
  const both = [await asked(botkyrka, ['Salem']), await asked(salem)]
  const outcomes = await Promise.allSettled(both.map(signAndSubmit))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused })
  expect(await db().submission.count()).toBe(1)
})
