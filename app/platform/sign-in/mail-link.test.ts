import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addUser, post, visit } from '../access/testing/world'
import { db, query } from '../db.server'
import { env } from '../env.server'
import { sendMail } from '../mail.server'
import { currentSession } from '../session.server'
import { emptyDatabase } from '../testing/empty-database'
import { isLinkUsable, redeemSignInLink, requestSignInLink } from './mail-link.server'

beforeEach(emptyDatabase)

const now = new Date('2021-01-15T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60 * 1000)

const ask = (email: string, place = '192.0.2.1', next?: string) => requestSignInLink({ email, next, place, now })

/** The secret in the latest letter. */
async function secretInMail(): Promise<string> {
  const letter = await db().mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  return /\/logga-in\/lank\/([\w-]{43})/.exec(letter.text)?.[1] ?? ''
}

describe('a sign-in link', () => {
  it('signs its owner in, once', async () => {
    const { id, email } = await addUser({}, { email: 'ylva@kommun.example' })
    expect(await ask(email, undefined, '/arenden/1')).toBe('sent')
    const secret = await secretInMail()
    expect(await isLinkUsable(secret, later(14))).toBe(true)
    const signedIn = await redeemSignInLink(secret, post('/'), later(14))
    expect(signedIn?.next).toBe('/arenden/1')
    const session = await currentSession(visit('/', signedIn?.cookie), {}, {}, later(15))
    expect(session.who).toMatchObject({ user: { id }, method: 'mailLink' })
    expect(await redeemSignInLink(secret, post('/'), later(14))).toBeUndefined()
    expect(await isLinkUsable(secret, later(14))).toBe(false)
  })

  it('lets one in when it is posted twice at the same moment', async () => {
    await ask((await addUser()).email)
    const secret = await secretInMail()
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => redeemSignInLink(secret, post('/'), later(1))))
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(await db().session.count()).toBe(1)
  })

  it('is too old after fifteen minutes', async () => {
    await ask((await addUser()).email)
    const secret = await secretInMail()
    expect(await isLinkUsable(secret, later(15))).toBe(false)
    expect(await redeemSignInLink(secret, post('/'), later(15))).toBeUndefined()
  })

  it('stands in the database as a hash only', async () => {
    await ask((await addUser()).email)
    const secret = await secretInMail()
    expect(JSON.stringify(await db().signInLink.findMany())).not.toContain(secret)
  })

  it('is not consumed by whoever only opens it, as scanners of mail do', async () => {
    await ask((await addUser()).email)
    const secret = await secretInMail()
    for (let opened = 0; opened < 5; opened += 1) expect(await isLinkUsable(secret, later(1))).toBe(true)
    expect(await redeemSignInLink(secret, post('/'), later(1))).toBeDefined()
  })

  it.each(['', 'x', '../../etc', 'å'.repeat(43)])('is not «%s»', async (secret) => {
    expect(await redeemSignInLink(secret, post('/'), now)).toBeUndefined()
  })
})

describe('an address that nobody has', () => {
  it('gets the same answer, after the same work, and no letter', async () => {
    await addUser({}, { email: 'known@kommun.example' })
    const time = async (email: string) => {
      const started = performance.now()
      const outcome = await ask(email)
      return { outcome, took: performance.now() - started }
    }
    const known = await time('known@kommun.example')
    const unknown = await time('unknown@kommun.example')
    expect(unknown.outcome).toBe(known.outcome)
    // Neither comes sooner than the shortest answer.
    expect(Math.min(known.took, unknown.took)).toBeGreaterThanOrEqual(245)
    expect(await db().mail.findMany({ select: { to: true } })).toEqual([{ to: 'known@kommun.example' }])
    expect(await db().signInLink.count()).toBe(2)
  })

  it('is counted like any other, so that counting tells nothing either', async () => {
    await addUser({}, { email: 'known@kommun.example' })
    for (const email of ['known@kommun.example', 'unknown@kommun.example']) {
      const outcomes = []
      for (let times = 0; times < 6; times += 1) outcomes.push(await ask(email))
      expect(outcomes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'tooMany'])
    }
    expect(await db().mail.count()).toBe(5)
  })
})

describe('too many requests', () => {
  it('from one place are stopped, whatever addresses they name; other places are not', async () => {
    const robot = (number: number) => ask(`person.${number}@kommun.example`, '198.51.100.7')
    const outcomes = await Promise.all(Array.from({ length: 61 }, (_, number) => robot(number)))
    expect(outcomes.filter((outcome) => outcome === 'tooMany')).toHaveLength(1)
    expect(await ask('somebody.else@kommun.example', '203.0.113.9')).toBe('sent')
  })

  it('are counted without keeping addresses', async () => {
    await ask('ylva@kommun.example', '192.0.2.1')
    const kept = JSON.stringify(await query('SELECT key FROM "RateLimit"', []))
    expect(kept).not.toContain('ylva')
    expect(kept).not.toContain('192.0.2.1')
  })
})

describe('the letter', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is in the language of the person', async () => {
    const { id, email } = await addUser()
    await db().user.update({ where: { id }, data: { language: 'en' } })
    await ask(email)
    const { subject, text } = await db().mail.findFirstOrThrow()
    expect(subject).toBe('Your sign-in link to Bidra')
    expect(text).toContain('15 minutes')
  })

  it('arrives by SMTP with a link that signs in', async () => {
    const received: string[] = []
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          received.push(Buffer.concat(chunks).toString())
          done()
        })
      },
    })
    const port = await new Promise<number>((resolve) => {
      const server = smtp.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    try {
      const { email } = await addUser({}, { email: 'kim.korallrot@botkyrka.example' })
      await ask(email)
      Object.assign(env(), { BIDRA_SMTP_URL: `smtp://127.0.0.1:${port}` })
      const { id } = await db().mail.findFirstOrThrow()
      await sendMail(id)
      const [letter = ''] = received
      expect(letter).toContain('To: kim.korallrot@botkyrka.example')
      expect(letter).toContain('Subject: =?UTF-8?Q?Din_inloggningsl=C3=A4nk_till_Bidra?=')
      // Undo the soft line breaks of quoted-printable.
      const plain = letter.replace(/=\r\n/g, '')
      const secret = /\/logga-in\/lank\/([\w-]{43})/.exec(plain)?.[1] ?? ''
      expect(await redeemSignInLink(secret, post('/'), later(2))).toBeDefined()
    } finally {
      Object.assign(env(), { BIDRA_SMTP_URL: undefined })
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    }
  })
})
