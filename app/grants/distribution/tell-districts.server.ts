import { formatDate } from '~/forms/format'
import { languages } from '~/forms/text'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { queueMail } from '~/platform/mail.server'
import { peopleOf } from './distribution.store.server'

/** What districts are told of. */
export interface DistrictNews {
  readonly city: string
  readonly year: number
  readonly deadline: Date
}

/**
 * Tells officers and administrators of districts that money has been passed on to them, or that their account is
 * waited for. @returns how many letters
 */
export async function tellDistricts(
  tx: Tx,
  { city, year, deadline }: DistrictNews,
  organisationIds: readonly string[],
  about: 'given' | 'reminder' = 'given',
): Promise<number> {
  const people = await peopleOf(organisationIds, tx)
  for (const { email, language: theirs } of people) {
    const language = languages.find((each) => each === theirs) ?? 'sv'
    const t = translator(language, 'district')
    const words = { city, year, date: formatDate(deadline, language) }
    await queueMail(tx, {
      to: email,
      language,
      subject: t(`mail.${about}.subject`, words),
      text: t(`mail.${about}.text`, words),
      button: { label: t('mail.button'), href: new URL('/arenden', env().origin).href },
    })
  }
  return people.length
}
