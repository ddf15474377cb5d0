import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db.server'
import { PortalError } from '../errors'
import { emptyDatabase } from '../testing/empty-database'
import { guard } from './guard.server'
import { agencyRule, anyone, caseRule, operator, organisationRole, requestRule, signedIn } from './rules.server'
import { addOrganisation, addUser, post, refusalOf, signInAs, visit } from './testing/world'

beforeEach(emptyDatabase)

const call = (request: Request, params: Record<string, string> = {}) => ({ request, params, context: {} })

async function addCase(state: 'started' | 'submitted' = 'started') {
  const organisationId = await addOrganisation()
  const agencyId = await addOrganisation('countyBoard')
  const form = await db().formVersion.create({ data: { formId: 'f', version: 1, hash: 'h', definition: {} } })
  const now = new Date()
  const round = await db().round.create({
    data: {
      programme: 'p',
      kind: 'return',
      year: 2020,
      formVersionId: form.id,
      opensAt: now,
      deadline: now,
      desks: { create: { agencyId } },
    },
  })
  const { id } = await db().case.create({
    data: { roundId: round.id, organisationId, agencyId, formVersionId: form.id, state },
  })
  return { caseId: id, organisationId, agencyId, roundId: round.id }
}

describe('somebody who is not signed in', () => {
  const handler = guard(signedIn, async () => 'in')

  it('is sent to the sign-in, with the way back', async () => {
    const response = await refusalOf(handler(call(visit('/arenden/1?visa=fel'))))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/logga-in?nasta=%2Farenden%2F1%3Fvisa%3Dfel')
  })

  it('comes back, after a post, to the page that the form stood on', async () => {
    const headers = { referer: 'http://localhost:3000/arenden/1/sida/klienter' }
    const response = await refusalOf(handler(call(post('/arenden/1/lasa-upp', {}, undefined, headers))))
    expect(response.headers.get('location')).toBe('/logga-in?nasta=%2Farenden%2F1%2Fsida%2Fklienter')
  })

  it('is told so in JSON when a script asks, so that it keeps what was typed', async () => {
    const response = await refusalOf(handler(call(post('/spara', {}, undefined, { accept: 'application/json' }))))
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: 'unauthenticated', details: {} })
  })

  it('is told that a session has ended, when there was one', async () => {
    const { id } = await addUser()
    const long = new Date(Date.now() - 2 * 60 * 60 * 1000)
    const cookie = await signInAs(id, 'demo', long)
    const response = await refusalOf(handler(call(visit('/arenden', cookie))))
    expect(response.headers.get('location')).toContain('utloggad=idle')
  })

  it('may see what is for anyone', async () => {
    const open = guard(anyone, async ({ who }) => who?.user.name ?? 'nobody')
    expect(await open(call(visit('/')))).toBe('nobody')
    const user = await addUser()
    expect(await open(call(visit('/', await signInAs(user.id))))).toBe(user.name)
  })
})

describe('a post from elsewhere', () => {
  it('is refused before anything is looked at', async () => {
    const { id } = await addUser()
    const handler = guard(signedIn, async () => 'done')
    const request = post('/logga-ut', {}, await signInAs(id), { origin: 'https://evil.example' })
    expect((await refusalOf(handler(call(request)))).status).toBe(403)
  })
})

describe('the rule of a case', () => {
  const write = guard(caseRule('write'), async ({ caseAccess }) => caseAccess)
  const read = guard(caseRule('read'), async ({ caseAccess }) => caseAccess.rights)

  it('hands what it found to the handler', async () => {
    const world = await addCase()
    const officer = await addUser({ [world.organisationId]: ['officer'] })
    const access = await write(call(visit('/', await signInAs(officer.id)), { caseId: world.caseId }))
    expect(access).toMatchObject({ ...world, state: 'started', rights: { write: true, sign: false, review: false } })
  })

  it('answers the same for a case that is not there as for one that is not theirs', async () => {
    const world = await addCase('submitted')
    const stranger = await addUser({ [await addOrganisation()]: ['officer', 'administrator'] })
    const cookie = await signInAs(stranger.id)
    for (const caseId of [world.caseId, '00000000-0000-7000-8000-000000000000', 'x', "'; DROP TABLE"]) {
      const response = await refusalOf(read(call(visit('/', cookie), { caseId })))
      expect([response.status, await response.text()]).toEqual([404, ''])
    }
  })

  it('keeps drafts from the agency, and cases of other rounds from the address of this one', async () => {
    const draft = await addCase()
    const reviewer = await addUser({ [draft.agencyId]: ['reviewer'] })
    const cookie = await signInAs(reviewer.id)
    const review = guard(caseRule('review'), async () => 'in')
    expect((await refusalOf(review(call(visit('/', cookie), { caseId: draft.caseId })))).status).toBe(404)
    await db().case.update({ where: { id: draft.caseId }, data: { state: 'submitted' } })
    const { caseId, roundId } = draft
    expect(await review(call(visit('/', cookie), { caseId, roundId }))).toBe('in')
    const elsewhere = { caseId, roundId: '00000000-0000-7000-8000-000000000000' }
    expect((await refusalOf(review(call(visit('/', cookie), elsewhere)))).status).toBe(404)
  })

  it('gives the right to sign by a mandate, while it is valid', async () => {
    const { caseId, organisationId } = await addCase()
    const holder = await addUser({ [organisationId]: ['signatory'] })
    const cookie = await signInAs(holder.id)
    const sign = guard(caseRule('sign'), async () => 'may sign')
    const attempt = () => sign(call(visit('/', cookie), { caseId }))
    expect((await refusalOf(attempt())).status).toBe(404)
    const past = new Date(Date.now() - 1000)
    const { id } = await db().mandate.create({
      data: { organisationId, holderId: holder.id, title: 'Chef', decision: '§ 1', validFrom: past },
    })
    expect(await attempt()).toBe('may sign')
    await db().mandate.update({ where: { id }, data: { validTo: past } })
    expect((await refusalOf(attempt())).status).toBe(404)
    await db().mandate.update({ where: { id }, data: { validTo: null, revokedAt: past } })
    expect((await refusalOf(attempt())).status).toBe(404)
  })
})

describe('the rule of a signature request', () => {
  it('lets colleagues see it, the one who is asked sign it, and nobody else know of it', async () => {
    const { caseId, organisationId, agencyId } = await addCase()
    const officer = await addUser({ [organisationId]: ['officer'] })
    const signatory = await addUser({ [organisationId]: ['signatory'] })
    const reviewer = await addUser({ [agencyId]: ['reviewer'] })
    const request = await db().signatureRequest.create({
      data: {
        caseId,
        revision: 1,
        record: '{}',
        recordHash: 'h',
        pdfHash: 'p',
        requesterId: officer.id,
        signatoryId: signatory.id,
        requestedAt: new Date(),
      },
    })
    const params = { requestId: request.id }
    const see = guard(requestRule('see'), async ({ requestAccess }) => requestAccess.rights.sign)
    const sign = guard(requestRule('sign'), async () => 'signs')
    const as = async (id: string) => call(visit('/', await signInAs(id)), params)
    expect(await see(await as(officer.id))).toBe(false)
    expect(await see(await as(signatory.id))).toBe(true)
    expect(await sign(await as(signatory.id))).toBe('signs')
    expect((await refusalOf(sign(await as(officer.id)))).status).toBe(404)
    expect((await refusalOf(see(await as(reviewer.id)))).status).toBe(404)
    await db().membership.deleteMany({ where: { userId: signatory.id } })
    expect((await refusalOf(sign(await as(signatory.id)))).status).toBe(404)
  })
})

describe('the rules of organisations, agencies and operation', () => {
  it('takes the organisation that the address names, among those where the person has the role', async () => {
    const [first, second, other] = [await addOrganisation(), await addOrganisation(), await addOrganisation()]
    const user = await addUser({ [first]: ['administrator'], [second]: ['administrator'], [other]: ['officer'] })
    const cookie = await signInAs(user.id)
    const handler = guard(organisationRole('administrator'), async ({ organisation }) => organisation.id)
    expect(await handler(call(visit('/organisation', cookie)))).toBe(first)
    expect(await handler(call(visit(`/organisation?organisation=${second}`, cookie)))).toBe(second)
    expect((await refusalOf(handler(call(visit(`/organisation?organisation=${other}`, cookie))))).status).toBe(404)
  })

  it('lets only those agencies into a round that have a desk there', async () => {
    const { roundId, agencyId } = await addCase()
    const other = await addOrganisation('countyBoard')
    const here = await addUser({ [agencyId]: ['reviewer'] })
    const there = await addUser({ [other]: ['reviewer', 'programmeManager'] })
    const review = guard(agencyRule('review'), async ({ agencies }) => agencies.map((agency) => agency.agencyId))
    const manage = guard(agencyRule('manage'), async () => 'manages')
    expect(await review(call(visit('/', await signInAs(here.id)), { roundId }))).toEqual([agencyId])
    expect((await refusalOf(review(call(visit('/', await signInAs(there.id)), { roundId })))).status).toBe(404)
    expect(await manage(call(visit('/', await signInAs(there.id))))).toBe('manages')
    expect((await refusalOf(manage(call(visit('/', await signInAs(here.id)))))).status).toBe(404)
  })

  it('takes a role at a municipality for none at an agency', async () => {
    const user = await addUser({ [await addOrganisation('municipality')]: ['reviewer'] })
    const review = guard(agencyRule('review'), async () => 'in')
    expect((await refusalOf(review(call(visit('/', await signInAs(user.id)))))).status).toBe(404)
  })

  it('knows operators', async () => {
    const handler = guard(operator, async () => 'in')
    const [user, operating] = [await addUser(), await addUser({}, { operator: true })]
    expect((await refusalOf(handler(call(visit('/', await signInAs(user.id)))))).status).toBe(404)
    expect(await handler(call(visit('/', await signInAs(operating.id))))).toBe('in')
  })
})

describe('a use case that refuses', () => {
  it('becomes a response with its status and its code', async () => {
    const handler = guard(anyone, async () => {
      throw new PortalError('locked', 'secret words for programmers', { name: 'Kim' })
    })
    const response = await refusalOf(handler(call(visit('/'))))
    expect(response.status).toBe(409)
    expect(await response.json()).toEqual({ error: 'locked', details: { name: 'Kim' } })
  })
})
