import { beforeEach, describe, expect, it } from 'vitest'
import { addOrganisation, addUser, type TestUser } from '~/platform/access/testing/world'
import type { Role, Who } from '~/platform/access/who'
import { db } from '~/platform/db.server'
import { emptyDatabase } from '~/platform/testing/empty-database'
import { findOrganisation } from './contact.store.server'
import { contactSchema } from './contact-schema.server'
import { giveMandate } from './give-mandate.server'
import { organisationHistory } from './history.store.server'
import { inviteMember } from './invite.server'
import { findMandates } from './mandates.store.server'
import { findMembers } from './members.store.server'
import { revokeMandate } from './revoke-mandate.server'
import { saveContact } from './save-contact.server'
import { setRoles } from './set-roles.server'

const now = new Date('2021-01-15T08:00:00Z')
let organisationId: string
let administrator: TestUser
let admin: Who

function whoIs(user: TestUser, ...roles: Role[]): Who {
  const membership = { organisationId, organisationName: 'Botkyrka kommun', organisationKind: 'municipality' } as const
  return {
    user: { ...user, language: 'sv', operator: false },
    sessionId: 's',
    method: 'demo',
    memberships: roles.map((role) => ({ ...membership, role })),
  }
}

beforeEach(async () => {
  await emptyDatabase()
  organisationId = await addOrganisation('municipality', 'Botkyrka kommun')
  administrator = await addUser({ [organisationId]: ['administrator'] }, { name: 'Alva Aspticka' })
  admin = whoIs(administrator, 'administrator')
})

const invitation = (roles: readonly Role[], email = 'ny@botkyrka.example') => ({
  organisation: { id: organisationId, name: 'Botkyrka kommun' },
  email,
  name: 'Ny Näktergal',
  roles,
  language: 'sv' as const,
  now,
})

const mandate = (holderId: string) => ({
  organisationId,
  holderId,
  title: 'Socialchef',
  decision: 'Delegationsordningen, punkt 4.3',
  ownWork: false,
  validFrom: new Date('2021-01-01T00:00:00Z'),
  validTo: null,
})

const rolesOf = async (userId: string) =>
  (await findMembers(organisationId)).find((member) => member.userId === userId)?.roles

describe('only an administrator changes rights', () => {
  it.each(['officer', 'signatory', 'viewer', 'reviewer', 'programmeManager'] as const)(
    '%s changes none',
    async (role) => {
      const user = await addUser({ [organisationId]: [role] })
      const who = whoIs(user, role)
      const attempts = [
        () => inviteMember(who, invitation(['officer'])),
        () => setRoles(who, { organisationId, userId: user.id, roles: ['administrator'], now }),
        () => giveMandate(who, mandate(user.id)),
        () => giveMandate(who, mandate(administrator.id)),
        () => revokeMandate(who, { organisationId, mandateId: user.id, now }),
        () => saveContact(who, organisationId, {}),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
      expect(await db().mandate.count()).toBe(0)
      expect(await rolesOf(user.id)).toEqual([role])
    },
  )

  it('nor does an administrator of another organisation', async () => {
    const other = await addOrganisation()
    const user = await addUser({ [other]: ['administrator'] })
    const who: Who = {
      ...whoIs(user),
      memberships: [
        { organisationId: other, organisationName: 'X', organisationKind: 'municipality', role: 'administrator' },
      ],
    }
    await expect(giveMandate(who, mandate(administrator.id))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('inviting', () => {
  it('makes a person with roles, and sends a link that signs in', async () => {
    await inviteMember(admin, invitation(['officer', 'viewer']))
    const [member] = (await findMembers(organisationId)).filter(({ email }) => email === 'ny@botkyrka.example')
    expect(member).toMatchObject({ name: 'Ny Näktergal', roles: ['officer', 'viewer'] })
    const letter = await db().mail.findFirstOrThrow()
    expect(letter).toMatchObject({ to: 'ny@botkyrka.example', subject: 'Alva Aspticka har bjudit in dig till Bidra' })
    expect(letter.text).toMatch(/\/logga-in\/lank\/[\w-]{43}/)
    const link = await db().signInLink.findFirstOrThrow()
    expect(link.expiresAt.getTime() - now.getTime()).toBe(3 * 24 * 60 * 60 * 1000)
  })

  it('takes somebody whom Bidra knows as they are', async () => {
    const known = await addUser({ [await addOrganisation()]: ['officer'] }, { email: 'ny@botkyrka.example' })
    await inviteMember(admin, invitation(['viewer']))
    expect(await rolesOf(known.id)).toEqual(['viewer'])
    expect(await db().user.findUnique({ where: { id: known.id } })).toMatchObject({ name: known.name })
  })

  it('refuses somebody who is a member already, and sends nothing', async () => {
    await inviteMember(admin, invitation(['officer']))
    await expect(inviteMember(admin, invitation(['administrator']))).rejects.toMatchObject({ code: 'conflict' })
    expect(await db().mail.count()).toBe(1)
  })
})

describe('roles', () => {
  it('become exactly those that are given', async () => {
    const user = await addUser({ [organisationId]: ['officer', 'viewer'] })
    await setRoles(admin, { organisationId, userId: user.id, roles: ['viewer', 'signatory'], now })
    expect(await rolesOf(user.id)).toEqual(['signatory', 'viewer'])
  })

  it('leave at least one administrator, also when two leave at the same moment', async () => {
    const lone = { organisationId, userId: administrator.id, roles: ['officer'] as const, now }
    await expect(setRoles(admin, lone)).rejects.toMatchObject({ code: 'conflict' })
    const second = await addUser({ [organisationId]: ['administrator'] })
    const leaving = [administrator.id, second.id].map((userId) =>
      setRoles(admin, { organisationId, userId, roles: [], now }),
    )
    const outcomes = await Promise.allSettled(leaving)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await findMembers(organisationId)).toHaveLength(1)
  })

  it('take the mandates with them when the person signs no longer', async () => {
    const user = await addUser({ [organisationId]: ['signatory', 'officer'] })
    await giveMandate(admin, mandate(user.id))
    await setRoles(admin, { organisationId, userId: user.id, roles: ['officer'], now })
    expect((await findMandates(organisationId, now)).map(({ state }) => state)).toEqual(['revoked'])
  })

  it('are not given to strangers', async () => {
    const stranger = await addUser()
    const change = { organisationId, userId: stranger.id, roles: ['officer'] as const, now }
    await expect(setRoles(admin, change)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('mandates', () => {
  it('make the holder a signatory, and say on what decision', async () => {
    const user = await addUser({ [organisationId]: ['officer'] }, { name: 'Kim Korallrot' })
    await giveMandate(admin, mandate(user.id))
    expect(await rolesOf(user.id)).toEqual(['officer', 'signatory'])
    expect(await findMandates(organisationId, now)).toMatchObject([
      {
        holderName: 'Kim Korallrot',
        grantorName: 'Alva Aspticka',
        title: 'Socialchef',
        decision: 'Delegationsordningen, punkt 4.3',
        state: 'valid',
      },
    ])
  })

  it('may be given by administrators to themselves, which the log says', async () => {
    await giveMandate(admin, mandate(administrator.id))
    const event = await db().auditEvent.findFirstOrThrow({ where: { action: 'mandate.give' } })
    expect(event.details).toMatchObject({ user: administrator.id, toThemselves: true })
  })

  it('are for members', async () => {
    const stranger = await addUser()
    await expect(giveMandate(admin, mandate(stranger.id))).rejects.toMatchObject({ code: 'notFound' })
  })

  it('cannot end before they begin', async () => {
    const ended = { ...mandate(administrator.id), validTo: new Date('2020-12-31T00:00:00Z') }
    await expect(giveMandate(admin, ended)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('are valid, not yet valid, over, or taken back', async () => {
    const states = async (at: Date) => (await findMandates(organisationId, at)).map(({ state }) => state)
    const id = await giveMandate(admin, { ...mandate(administrator.id), validTo: new Date('2021-06-30T21:59:59Z') })
    expect(await states(new Date('2020-06-01T00:00:00Z'))).toEqual(['coming'])
    expect(await states(now)).toEqual(['valid'])
    expect(await states(new Date('2021-07-01T00:00:00Z'))).toEqual(['ended'])
    await revokeMandate(admin, { organisationId, mandateId: id, now })
    await revokeMandate(admin, { organisationId, mandateId: id, now })
    expect(await states(now)).toEqual(['revoked'])
    expect(await db().auditEvent.count({ where: { action: 'mandate.revoke' } })).toBe(1)
  })

  it('of another organisation cannot be taken back here', async () => {
    const other = await addOrganisation()
    const id = await giveMandate(admin, mandate(administrator.id))
    const theirs = { ...admin, memberships: admin.memberships.map((one) => ({ ...one, organisationId: other })) }
    await revokeMandate(theirs, { organisationId: other, mandateId: id, now })
    expect((await findMandates(organisationId, now))[0]?.state).toBe('valid')
  })
})

describe('contact and payment details', () => {
  const read = (typed: Record<string, string>) => contactSchema('sv').safeParse(typed)
  const messages = (typed: Record<string, string>) =>
    read(typed).error?.issues.map(({ path, message }) => [path[0], message])

  it('are judged as in a form', () => {
    const typed = {
      postcode: '14785',
      bankgiro: '6241061',
      phone: '08-530 610 00',
      email: 'soc@botkyrka.se',
      town: ' Tumba ',
    }
    expect(read(typed).data).toEqual({
      postcode: '147 85',
      bankgiro: '624-1061',
      phone: '08-530 610 00',
      email: 'soc@botkyrka.se',
      town: 'Tumba',
    })
    expect(messages({ bankgiro: '624-1062' })).toEqual([['bankgiro', expect.stringContaining('Sista siffran')]])
    expect(messages({ orgNumber: '212000-2883' })).toEqual([['orgNumber', expect.stringContaining('Sista siffran')]])
    expect(messages({ postcode: '1478', email: 'soc' })?.map(([field]) => field)).toEqual(['postcode', 'email'])
  })

  it('are kept; what is emptied is gone; the log says which, never what', async () => {
    await saveContact(admin, organisationId, { town: 'Tumba', bankgiro: '624-1061' })
    await saveContact(admin, organisationId, { town: 'Tumba', phone: '08-530 610 00', bankgiro: undefined })
    expect((await findOrganisation(organisationId)).contact).toEqual({ town: 'Tumba', phone: '08-530 610 00' })
    const events = await db().auditEvent.findMany({ orderBy: { seq: 'asc' }, select: { details: true } })
    expect(events.map(({ details }) => details)).toEqual([
      { changed: ['town', 'bankgiro'] },
      { changed: ['bankgiro', 'phone'] },
    ])
  })

  it('take an organisation number only where there is none, and not another’s', async () => {
    const other = await addOrganisation()
    await db().organisation.update({ where: { id: other }, data: { orgNumber: '212000-2882' } })
    await expect(saveContact(admin, organisationId, { orgNumber: '212000-2882' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await saveContact(admin, organisationId, { orgNumber: '212000-0142' })
    await saveContact(admin, organisationId, { orgNumber: '212000-1355' })
    expect((await findOrganisation(organisationId)).orgNumber).toBe('212000-0142')
  })
})

it('the history tells who changed which rights', async () => {
  const user = await addUser({ [organisationId]: ['officer'] }, { name: 'Kim Korallrot' })
  const id = await giveMandate(admin, mandate(user.id))
  await revokeMandate(admin, { organisationId, mandateId: id, now })
  await setRoles(admin, { organisationId, userId: user.id, roles: ['viewer'], now })
  await saveContact(admin, organisationId, { town: 'Tumba' })
  const events = await organisationHistory(organisationId, 10)
  expect(
    events.map(({ action, actorName, userName, rolesAfter }) => [action, actorName, userName, rolesAfter]),
  ).toEqual([
    ['organisation.contact', 'Alva Aspticka', undefined, undefined],
    ['member.setRoles', 'Alva Aspticka', 'Kim Korallrot', ['viewer']],
    ['mandate.revoke', 'Alva Aspticka', 'Kim Korallrot', undefined],
    ['mandate.give', 'Alva Aspticka', 'Kim Korallrot', undefined],
  ])
})
