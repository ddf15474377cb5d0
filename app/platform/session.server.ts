import type { AppLoadContext } from '@remix-run/node'
import { type CaseFacts, isId } from './access/facts'
import type { Membership, SignInMethod, Who } from './access/who'
import { audit } from './audit.server'
import { query, type Tx, transaction } from './db.server'
import {
  clearedSessionCookie,
  hashOfSecret,
  newSecret,
  readSessionCookie,
  sessionCookie,
} from './session-cookie.server'

/** A session ends after an hour without a request, and after twelve hours in any case. Milliseconds. */
const idleTime = 60 * 60 * 1000
const longestTime = 12 * idleTime
/** The time of the last request is kept to the minute: one write a minute is enough. */
const touchTime = 60 * 1000
/** An ended session is kept for thirty days. */
const keptTime = 60 * longestTime

export interface CurrentSession {
  readonly who?: Who
  /** There was a session, and it is over: because nothing happened for an hour, or for another reason. */
  readonly ended?: 'idle' | 'otherwise'
  /** The case that the address names, if the person is signed in and it exists; says nothing about rights. */
  readonly caseFacts?: CaseFacts
}

interface SessionRow extends Omit<Who['user'], 'title' | 'phone'> {
  readonly method: SignInMethod
  readonly title: string | null
  readonly phone: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly memberships: readonly Membership[]
  readonly caseFacts: CaseFacts | null
}

const readInThisRequest = new WeakMap<AppLoadContext, { secret: string; session: Promise<CurrentSession> }>()

/**
 * Who makes this request. One round trip to the database, also when several loaders ask: `context` is the same object
 * in all of them, and `params` hold the same case.
 */
export function currentSession(
  request: Request,
  context: AppLoadContext,
  params: { readonly caseId?: string | undefined },
  now: Date,
): Promise<CurrentSession> {
  const secret = readSessionCookie(request)
  if (!secret) return Promise.resolve({})
  const known = readInThisRequest.get(context)
  if (known?.secret === secret) return known.session
  const session = readSession(hashOfSecret(secret), params.caseId, now)
  readInThisRequest.set(context, { secret, session })
  return session
}

/** The case comes along, so that saving a page needs one round trip for session and access together. */
const sessionStatement = `
  SELECT s.method, s."createdAt", s."lastSeenAt",
    u.id, u.name, u.email, u.title, u.phone, u.language, u.operator,
    coalesce((
      SELECT json_agg(json_build_object('organisationId', o.id, 'organisationName', o.name,
        'organisationKind', o.kind, 'role', m.role) ORDER BY o.name, m.role)
      FROM "Membership" m JOIN "Organisation" o ON o.id = m."organisationId" WHERE m."userId" = u.id
    ), '[]') AS memberships,
    (
      SELECT json_build_object('caseId', c.id, 'roundId', c."roundId", 'organisationId', c."organisationId",
        'agencyId', c."agencyId", 'state', c.state, 'mandated', EXISTS (
          SELECT 1 FROM "Mandate" d
          WHERE d."organisationId" = c."organisationId" AND d."holderId" = u.id AND d."revokedAt" IS NULL
            AND d."validFrom" <= $2 AND (d."validTo" IS NULL OR d."validTo" > $2)))
      FROM "Case" c WHERE c.id = $3::uuid
    ) AS "caseFacts"
  FROM "Session" s JOIN "User" u ON u.id = s."userId"
  WHERE s.id = $1 AND s."revokedAt" IS NULL AND s."expiresAt" > $2`

async function readSession(sessionId: string, caseId: string | undefined, now: Date): Promise<CurrentSession> {
  const [row] = await query<SessionRow>(sessionStatement, [sessionId, now, isId(caseId) ? caseId : null])
  if (!row) return { ended: await whyEnded(sessionId) }
  if (now.getTime() - row.lastSeenAt.getTime() > touchTime) await touch(sessionId, row.createdAt, now)
  const { method, memberships, id, name, email, language, operator, title, phone, caseFacts } = row
  const user = { id, name, email, language, operator, ...(title && { title }), ...(phone && { phone }) }
  return { who: { user, sessionId, method, memberships }, ...(caseFacts && { caseFacts }) }
}

async function whyEnded(sessionId: string): Promise<'idle' | 'otherwise'> {
  const [session] = await query<{ revokedAt: Date | null; createdAt: Date; expiresAt: Date }>(
    'SELECT "revokedAt", "createdAt", "expiresAt" FROM "Session" WHERE id = $1',
    [sessionId],
  )
  const idle = session?.revokedAt === null && session.expiresAt.getTime() < session.createdAt.getTime() + longestTime
  return idle ? 'idle' : 'otherwise'
}

async function touch(sessionId: string, createdAt: Date, now: Date): Promise<void> {
  await query('UPDATE "Session" SET "lastSeenAt" = $2, "expiresAt" = $3 WHERE id = $1 AND "revokedAt" IS NULL', [
    sessionId,
    now,
    expiry(createdAt, now),
  ])
}

function expiry(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleTime, createdAt.getTime() + longestTime))
}

export interface SignIn {
  readonly userId: string
  readonly method: SignInMethod
  readonly request: Request
  readonly now: Date
}

/**
 * Signs somebody in with a new secret and ends the session that the browser had before.
 * @returns the value of `Set-Cookie`
 */
export async function startSession(tx: Tx, { userId, method, request, now }: SignIn): Promise<string> {
  const secret = newSecret()
  const before = readSessionCookie(request)
  if (before) await revoke(tx, { id: hashOfSecret(before) }, now)
  // Who signed in where stands in the audit log; the rows are needed no longer.
  await tx.session.deleteMany({ where: { userId, expiresAt: { lt: new Date(now.getTime() - keptTime) } } })
  await tx.session.create({
    data: {
      id: hashOfSecret(secret),
      userId,
      method,
      userAgent: request.headers.get('user-agent')?.slice(0, 300) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: expiry(now, now),
    },
  })
  await audit(tx, { actor: userId, action: 'session.signIn', entity: `user:${userId}`, details: { method } })
  return sessionCookie(secret)
}

/**
 * Signs the browser out.
 * @returns the value of `Set-Cookie`
 */
export async function endSession(who: Who | undefined, now: Date): Promise<string> {
  if (who) {
    await transaction(async (tx) => {
      await revoke(tx, { id: who.sessionId }, now)
      await audit(tx, { actor: who.user.id, action: 'session.signOut', entity: `user:${who.user.id}` })
    })
  }
  return clearedSessionCookie()
}

export interface ListedSession {
  /** Names the session in a form; not the secret. */
  readonly id: string
  readonly method: SignInMethod
  readonly userAgent?: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** The one that asks. */
  readonly current: boolean
}

/** The person's living sessions, the current one first, then the latest used. */
export async function listSessions(who: Who, now: Date): Promise<readonly ListedSession[]> {
  const sessions = await query<Omit<ListedSession, 'current' | 'userAgent'> & { userAgent: string | null }>(
    `SELECT id, method, "userAgent", "createdAt", "lastSeenAt" FROM "Session"
     WHERE "userId" = $1::uuid AND "revokedAt" IS NULL AND "expiresAt" > $3
     ORDER BY id = $2 DESC, "lastSeenAt" DESC`,
    [who.user.id, who.sessionId, now],
  )
  return sessions.map(({ userAgent, ...session }) => ({
    ...session,
    ...(userAgent && { userAgent }),
    current: session.id === who.sessionId,
  }))
}

/** Ends one of the person's own sessions, or all but the current one. Somebody else's id ends nothing. */
export async function revokeSessions(who: Who, which: { id: string } | 'others', now: Date): Promise<number> {
  return transaction(async (tx) => {
    const where = which === 'others' ? { id: { not: who.sessionId } } : { id: which.id }
    const ended = await revoke(tx, { ...where, userId: who.user.id }, now)
    if (ended > 0) {
      await audit(tx, {
        actor: who.user.id,
        action: 'session.revoke',
        entity: `user:${who.user.id}`,
        details: { ended },
      })
    }
    return ended
  })
}

async function revoke(tx: Tx, where: { id: string | { not: string }; userId?: string }, now: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { ...where, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  })
  return count
}
