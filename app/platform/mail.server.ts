import nodemailer, { type Transporter } from 'nodemailer'
import { z } from 'zod'
import { db, type Tx } from './db.server'
import { env } from './env.server'
import { getFile } from './files.server'
import { enqueue, type JobHandler, job } from './jobs.server'
import { mailHtml, mailText } from './mail-body'

export interface MailAttachment {
  readonly name: string
  readonly type: string
  readonly sha256: string
}

export interface OutgoingMail {
  readonly to: string
  readonly subject: string
  /** Paragraphs, parted by empty lines. The letter in plain text; HTML is made of it. */
  readonly text: string
  /** Comes after the text: a button, and in plain text its address. */
  readonly button?: { readonly label: string; readonly href: string }
  /** Why the reader gets it; stands last. */
  readonly why?: string
  readonly language?: 'sv' | 'en'
  /** Instead of the HTML that is made of the text. */
  readonly html?: string
  readonly attachments?: readonly MailAttachment[]
}

const attachmentList = z.array(z.object({ name: z.string(), type: z.string(), sha256: z.string() }))

/**
 * Writes a letter down in the caller's transaction, and the job that sends it. Sent when SMTP is configured; otherwise it
 * stays in the table, which is the demonstration's inbox. A mail server that is down loses nothing: the job comes back.
 */
export async function queueMail(tx: Tx, mail: OutgoingMail): Promise<void> {
  const { id } = await tx.mail.create({
    data: {
      to: mail.to,
      subject: mail.subject,
      text: mailText(mail),
      html: mail.html ?? mailHtml(mail),
      attachments: (mail.attachments ?? []).map(({ name, type, sha256 }) => ({ name, type, sha256 })),
    },
    select: { id: true },
  })
  if (env().BIDRA_SMTP_URL) await enqueue(tx, 'mail', { mailId: id })
}

/** What the start-up runs. */
export const mailJobs: Readonly<Record<string, JobHandler>> = {
  mail: job(z.object({ mailId: z.uuid() }), ({ mailId }) => sendMail(mailId)),
}

/** Letters that were written before SMTP was configured, or whose job was lost, get a job. Harmless to repeat. */
export async function queueUnsentMail(): Promise<void> {
  if (!env().BIDRA_SMTP_URL) return
  await db().$transaction(async (tx) => {
    for (const { id } of await tx.mail.findMany({ where: { sentAt: null }, select: { id: true } })) {
      await enqueue(tx, 'mail', { mailId: id }, { singletonKey: id })
    }
  })
}

let transport: { url: string; transporter: Transporter } | undefined

function transporter(url: string): Transporter {
  if (transport?.url !== url) transport = { url, transporter: nodemailer.createTransport(url) }
  return transport.transporter
}

/** Sends one letter, once: a letter that is marked sent is not sent again. Throws when the mail server does not take it. */
export async function sendMail(mailId: string): Promise<void> {
  const url = env().BIDRA_SMTP_URL
  const mail = await db().mail.findUnique({ where: { id: mailId } })
  if (!url || !mail || mail.sentAt) return
  const attachments = await Promise.all(
    attachmentList.parse(mail.attachments).map(async ({ name, type, sha256 }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(await getFile(sha256)),
    })),
  )
  const { to, subject, text, html } = mail
  try {
    // The same Message-ID at every attempt, so that a receiver can tell a repeated letter.
    const messageId = `<${mail.id}@${new URL(env().origin).hostname}>`
    await transporter(url).sendMail({ from: env().BIDRA_MAIL_FROM, to, subject, text, html, attachments, messageId })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await db().mail.update({ where: { id: mailId }, data: { error: reason.slice(0, 500) } })
    throw error
  }
  await db().mail.update({ where: { id: mailId }, data: { sentAt: new Date(), error: null } })
}
