import { beforeEach, describe, expect, it } from 'vitest'
import { addOrganisation, addUser, post, visit } from './access/testing/world'
import { db, transaction } from './db.server'
import { currentSession, endSession, listSessions, revokeSessions, startSession } from './session.server'
import { hashOfSecret, readSessionCookie } from './session-cookie.server'
import { emptyDatabase } from './testing/empty-database'

beforeEach(emptyDatabase)

const start = new Date('2021-01-15T08:00:00Z')
const minute = 60 * 1000
const later = (minutes: number) => new Date(start.getTime() + minutes * minute)

async function signIn(userId: string, now = start, before?: string, userAgent = 'Firefox') {
  const request = post('/logga-in', {}, before, { 'user-agent': userAgent })
  const cookie = await transaction((tx) => startSession(tx, { userId, method: 'mailLink', request, now }))
  return cookie.split(';')[0] ?? ''
}

/** A new request each time, as the browser makes them. */
const whoAt = async (cookie: string, now: Date) => (await currentSession(visit('/', cookie), {}, {}, now)).who

describe('a session', () => {
  it('says who it is and where they belong', async () => {
    const organisationId = await addOrganisation('municipality', 'Botkyrka kommun')
    const user = await addUser({ [organisationId]: ['officer', 'administrator'] }, { title: 'Utvecklare' })
    const who = await whoAt(await signIn(user.id), start)
    expect(who).toMatchObject({ user: { ...user, title: 'Utvecklare', operator: false }, method: 'mailLink' })
    const membership = { organisationId, organisationName: 'Botkyrka kommun', organisationKind: 'municipality' }
    expect(who?.memberships).toEqual([
      { ...membership, role: 'officer' },
      { ...membership, role: 'administrator' },
    ])
  })

  it('keeps the secret out of the database and out of reach of scripts', async () => {
    const { id } = await addUser()
    const header = await transaction((tx) =>
      startSession(tx, { userId: id, method: 'oidc', request: visit('/'), now: start }),
    )
    expect(header).toMatch(/^bidra=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const secret = readSessionCookie(visit('/', header)) ?? ''
    const stored = await db().session.findFirstOrThrow()
    expect(stored.id).toBe(hashOfSecret(secret))
    expect(JSON.stringify(stored)).not.toContain(secret)
  })

  it('lasts an hour after the last request', async () => {
    const { id } = await addUser()
    const cookie = await signIn(id)
    expect(await whoAt(cookie, later(59))).toBeDefined()
    expect(await whoAt(cookie, later(59 + 59))).toBeDefined()
    expect(await whoAt(cookie, later(59 + 59 + 61))).toBeUndefined()
    expect((await currentSession(visit('/', cookie), {}, {}, later(300))).ended).toBe('idle')
  })

  it('ends after twelve hours, however busy', async () => {
    const { id } = await addUser()
    const cookie = await signIn(id)
    for (let minutes = 30; minutes < 12 * 60; minutes += 30) expect(await whoAt(cookie, later(minutes))).toBeDefined()
    expect(await currentSession(visit('/', cookie), {}, {}, later(12 * 60))).toEqual({ ended: 'otherwise' })
  })

  it('writes down the time of the last request once a minute at most', async () => {
    const { id } = await addUser()
    const cookie = await signIn(id)
    const lastSeen = async () => (await db().session.findFirstOrThrow()).lastSeenAt
    await whoAt(cookie, new Date(start.getTime() + 50_000))
    expect(await lastSeen()).toEqual(start)
    await whoAt(cookie, later(2))
    expect(await lastSeen()).toEqual(later(2))
  })

  it('notices at once that a role has been taken away', async () => {
    const organisationId = await addOrganisation()
    const user = await addUser({ [organisationId]: ['officer'] })
    const cookie = await signIn(user.id)
    await db().membership.deleteMany({ where: { userId: user.id } })
    expect((await whoAt(cookie, start))?.memberships).toEqual([])
  })

  it('is read once per request, however many loaders ask', async () => {
    const { id } = await addUser()
    const cookie = await signIn(id)
    const context = {}
    const [one, other] = [0, 1].map(() => currentSession(visit('/', cookie), context, {}, start))
    expect(await one).toBe(await other)
  })

  it('gets a new secret at every sign-in, and the one before ends', async () => {
    const { id } = await addUser()
    const first = await signIn(id)
    const second = await signIn(id, later(1), first)
    expect(second).not.toBe(first)
    expect(await whoAt(first, later(2))).toBeUndefined()
    expect(await whoAt(second, later(2))).toBeDefined()
  })

  it.each(['bidra=', 'bidra=short', `bidra=${'x'.repeat(43)}`, `bidra=${"'".repeat(43)}`, 'other=1'])(
    'is not made of the cookie «%s»',
    async (cookie) => {
      expect(await whoAt(cookie, start)).toBeUndefined()
    },
  )
})

describe('ending sessions', () => {
  it('signs out', async () => {
    const { id } = await addUser()
    const cookie = await signIn(id)
    const who = await whoAt(cookie, start)
    expect(await endSession(who, later(1))).toBe('bidra=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
    expect(await whoAt(cookie, later(1))).toBeUndefined()
    const events = await db().auditEvent.findMany({ orderBy: { seq: 'asc' } })
    expect(events.map(({ actor, action }) => [actor, action])).toEqual([
      [id, 'session.signIn'],
      [id, 'session.signOut'],
    ])
  })

  it('lists the own living ones, and ends one or all the others', async () => {
    const [me, other] = [await addUser(), await addUser()]
    const [here, phone, third, theirs] = [
      await signIn(me.id, start, undefined, 'here'),
      await signIn(me.id, later(1), undefined, 'phone'),
      await signIn(me.id, later(2), undefined, 'third'),
      await signIn(other.id),
    ]
    await signIn(me.id, later(-120), undefined, 'long over')
    const who = await whoAt(here, later(3))
    if (!who) throw new Error('not signed in')
    const listed = await listSessions(who, later(3))
    expect(listed.map(({ userAgent, current }) => [userAgent, current])).toEqual([
      ['here', true],
      ['third', false],
      ['phone', false],
    ])
    const id = listed.find(({ userAgent }) => userAgent === 'phone')?.id ?? ''
    expect(await revokeSessions(who, { id }, later(4))).toBe(1)
    expect(await whoAt(phone, later(4))).toBeUndefined()
    expect(await revokeSessions(who, 'others', later(5))).toBe(1)
    expect(await whoAt(third, later(5))).toBeUndefined()
    expect(await whoAt(here, later(5))).toBeDefined()
    const foreign = hashOfSecret(readSessionCookie(visit('/', theirs)) ?? '')
    expect(await revokeSessions(who, { id: foreign }, later(6))).toBe(0)
    expect(await whoAt(theirs, later(6))).toBeDefined()
  })
})
