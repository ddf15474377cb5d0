import { languages } from '~/forms/text'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { queueMail } from '~/platform/mail.server'
import type { StoredRequest } from './signature.store.server'
import { signersOf } from './signers'

/** Tells who asked for signatures, and who was asked, that a district's figures have changed since. */
export async function tellOvertaken(tx: Tx, request: StoredRequest): Promise<void> {
  const { caseId, requester } = request
  const asked = signersOf(request).map(({ person }) => person)
  const people = new Map([requester, ...asked].map((person) => [person.id, person]))
  for (const { email, language: theirs } of people.values()) {
    const language = languages.find((each) => each === theirs) ?? 'sv'
    const t = translator(language, 'district')
    await queueMail(tx, {
      to: email,
      language,
      subject: t('mail.overtaken.subject'),
      text: t('mail.overtaken.text'),
      button: { label: t('mail.button'), href: new URL(`/arenden/${caseId}`, env().origin).href },
    })
  }
}
