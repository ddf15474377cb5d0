import { setTimeout as delay } from 'node:timers/promises'
import { db, type Tx, transaction } from '../db.server'
import { env } from '../env.server'
import { translator } from '../i18n/translator.server'
import { queueMail } from '../mail.server'
import { startSession } from '../session.server'
import { hashOfSecret, newSecret } from '../session-cookie.server'
import { consume } from './rate-limits.server'

/** A link works for fifteen minutes; one in an invitation for three days, since it comes unasked. Milliseconds. */
const lifetime = { signIn: 15 * 60 * 1000, invitation: 3 * 24 * 60 * 60 * 1000 }
/** A link that is over is forgotten after a day. Milliseconds. */
const keptTime = 24 * 60 * 60 * 1000
/** No answer comes sooner, so that its time does not tell a known address from an unknown one. Milliseconds. */
const shortestAnswer = 250

export interface LinkRequest {
  /** As `emailAddress` gives it. */
  readonly email: string
  /** As `localPath` gives it. */
  readonly next: string | undefined
  /** Where the request came from: an IP address. */
  readonly place: string
  readonly now: Date
}

/**
 * Sends a sign-in link if somebody has the address. The answer is the same when nobody has.
 * @returns `tooMany` when the address or the place has asked too often
 */
export async function requestSignInLink({ email, next, place, now }: LinkRequest): Promise<'sent' | 'tooMany'> {
  const allowed = (await consume('linkFromPlace', place)) && (await consume('linkToAddress', email))
  if (!allowed) return 'tooMany'
  await Promise.all([sendLink(email, next, now), delay(shortestAnswer)])
  return 'sent'
}

async function sendLink(email: string, next: string | undefined, now: Date): Promise<void> {
  await transaction(async (tx) => {
    await tx.signInLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - keptTime) } } })
    const user = await tx.user.findUnique({ where: { email }, select: { language: true } })
    // Also for an address that nobody has: the same work, and a link that leads nowhere.
    const href = await createLink(tx, { email, next, expiresAt: new Date(now.getTime() + lifetime.signIn) })
    if (!user) return
    const language = user.language === 'en' ? 'en' : 'sv'
    const t = translator(language, 'account')
    await queueMail(tx, {
      to: email,
      language,
      subject: t('mail.link.subject'),
      text: t('mail.link.text'),
      button: { label: t('mail.link.button'), href },
    })
  })
}

/**
 * A link for an invitation, to be put into its mail.
 * @returns the link's whole address
 */
export function createInvitationLink(tx: Tx, email: string, now: Date): Promise<string> {
  return createLink(tx, { email, next: undefined, expiresAt: new Date(now.getTime() + lifetime.invitation) })
}

async function createLink(tx: Tx, link: { email: string; next: string | undefined; expiresAt: Date }): Promise<string> {
  const secret = newSecret()
  await tx.signInLink.create({ data: { ...link, next: link.next ?? null, hash: hashOfSecret(secret) } })
  return `${env().origin}/logga-in/lank/${secret}`
}

/** Whether the link would still work. Opening it uses nothing up: mail scanners open links too. */
export async function isLinkUsable(secret: string, now: Date): Promise<boolean> {
  const link = await db().signInLink.findUnique({ where: { hash: hashOfSecret(secret) } })
  return link !== null && link.usedAt === null && link.expiresAt > now
}

/**
 * Uses the link up and signs its owner in: once, also when it is posted twice at the same moment.
 * @returns undefined when the link is used, too old or nobody's; else the `Set-Cookie` and where to go
 */
export async function redeemSignInLink(
  secret: string,
  request: Request,
  now: Date,
): Promise<{ cookie: string; next: string | undefined } | undefined> {
  return transaction(async (tx) => {
    const [link] = await tx.$queryRaw<{ email: string; next: string | null }[]>`
      UPDATE "SignInLink" SET "usedAt" = ${now}
      WHERE hash = ${hashOfSecret(secret)} AND "usedAt" IS NULL AND "expiresAt" > ${now}
      RETURNING email, next`
    const user = link && (await tx.user.findUnique({ where: { email: link.email }, select: { id: true } }))
    if (!user) return undefined
    const cookie = await startSession(tx, { userId: user.id, method: 'mailLink', request, now })
    return { cookie, next: link.next ?? undefined }
  })
}
