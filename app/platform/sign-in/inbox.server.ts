import { z } from 'zod'
import { isId } from '../access/facts'
import { db } from '../db.server'

export interface InboxLetter {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly at: Date
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly sha256: string }[]
}

const attachments = z.array(z.object({ name: z.string(), type: z.string(), sha256: z.string() }))

/** The latest letters of the demonstration, latest first. */
export async function listInbox(most: number): Promise<readonly InboxLetter[]> {
  const letters = await db().mail.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: most })
  return letters.map(letterOf)
}

/** One letter with its text as it was sent; undefined when there is none. */
export async function findLetter(id: string): Promise<(InboxLetter & { readonly text: string }) | undefined> {
  const letter = isId(id) ? await db().mail.findUnique({ where: { id } }) : null
  return letter ? { ...letterOf(letter), text: letter.text } : undefined
}

interface MailRow {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly createdAt: Date
  readonly attachments: unknown
}

function letterOf({ id, to, subject, createdAt, attachments: stored }: MailRow): InboxLetter {
  return { id, to, subject, at: createdAt, attachments: attachments.parse(stored) }
}
