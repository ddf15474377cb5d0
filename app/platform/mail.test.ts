import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, transaction } from './db.server'
import { env } from './env.server'
import { putFile } from './files.server'
import { runJobs } from './jobs.server'
import { mailJobs, queueMail, queueUnsentMail, sendMail } from './mail.server'
import { emptyDatabase } from './testing/empty-database'
import { type MailServer, startMailServer } from './testing/mail-server'

let server: MailServer

beforeEach(async () => {
  server = await startMailServer()
})

afterEach(async () => {
  await server.stop()
  await emptyDatabase()
})

const letter = {
  to: 'eva@example.se',
  subject: 'Kvittens på återrapporteringen',
  text: 'Hej Eva!\n\nVi har tagit emot den.',
}

test('a letter goes out with its text, its button and its file', async () => {
  const { sha256 } = await putFile(Buffer.from('%PDF-1.7 handling'))
  await transaction((tx) =>
    queueMail(tx, {
      ...letter,
      button: { label: 'Öppna ärendet', href: 'https://bidra.example/arenden/1?a=1&b=<2>' },
      attachments: [{ name: 'återrapportering.pdf', type: 'application/pdf', sha256 }],
    }),
  )
  await runJobs(mailJobs)
  expect(server.received).toHaveLength(1)
  expect(server.received[0]).toContain('To: eva@example.se')
  expect(server.received[0]).toContain(Buffer.from('%PDF-1.7 handling').toString('base64'))
  const mail = await db().mail.findFirstOrThrow()
  expect(mail.sentAt).not.toBeNull()
  expect(mail.text).toBe(
    'Hej Eva!\n\nVi har tagit emot den.\n\nÖppna ärendet:\nhttps://bidra.example/arenden/1?a=1&b=<2>\n',
  )
  expect(mail.html).toContain('<p style="margin:0 0 16px">Vi har tagit emot den.</p>')
  expect(mail.html).toContain('href="https://bidra.example/arenden/1?a=1&amp;b=&lt;2&gt;"')
})

test('it is sent once, however often the job runs', async () => {
  await transaction((tx) => queueMail(tx, letter))
  const { id } = await db().mail.findFirstOrThrow()
  await sendMail(id)
  await sendMail(id)
  await runJobs(mailJobs)
  expect(server.received).toHaveLength(1)
})

test('a mail server that refuses loses nothing', async () => {
  await transaction((tx) => queueMail(tx, letter))
  const { id } = await db().mail.findFirstOrThrow()
  server.refusing = true
  await expect(sendMail(id)).rejects.toThrow('disk is full')
  expect(await db().mail.findFirstOrThrow()).toMatchObject({
    sentAt: null,
    error: expect.stringContaining('disk is full'),
  })
  server.refusing = false
  await sendMail(id)
  expect(server.received).toHaveLength(1)
  expect(await db().mail.findFirstOrThrow()).toMatchObject({ error: null })
})

test('letters written before there was a mail server are sent when there is one', async () => {
  const url = env().BIDRA_SMTP_URL
  Object.assign(env(), { BIDRA_SMTP_URL: undefined })
  await transaction((tx) => queueMail(tx, letter))
  await queueUnsentMail()
  await runJobs(mailJobs)
  expect(server.received).toHaveLength(0)
  Object.assign(env(), { BIDRA_SMTP_URL: url })
  await queueUnsentMail()
  await runJobs(mailJobs)
  expect(server.received).toHaveLength(1)
})

test('no transaction, no letter', async () => {
  const failing = transaction(async (tx) => {
    await queueMail(tx, letter)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await runJobs(mailJobs)
  expect(server.received).toHaveLength(0)
  expect(await db().mail.count()).toBe(0)
})
