import { db } from '../db.server'
import type { Language } from './languages'

/** Keeps the language that a person chose, for their next browser and for the mails to them. */
export async function rememberLanguage(userId: string, language: Language): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { language }, select: { id: true } })
}
