import { dateInSweden } from '~/forms/format'
import type { Language } from '~/forms/text'
import { translator } from '~/platform/i18n/translator.server'
import type { Reminder } from '~/views/signing/reminder'
import { when } from './when'

/** An open request, as far as reminding goes. */
export interface Remindable {
  readonly id: string
  readonly remindedAt: Date | null
  /** Who has not signed. */
  readonly missing: readonly { readonly id: string; readonly name: string }[]
}

/** Once a day, in Sweden: a reminder more is a nuisance, and the deadline has reminders of its own. */
export const isReminded = ({ remindedAt }: Pick<Remindable, 'remindedAt'>, now: Date): boolean =>
  remindedAt !== null && dateInSweden(remindedAt) === dateInSweden(now)

/** What an officer is offered; undefined when nobody else is waited for. */
export function reminderOf(
  request: Remindable,
  officerId: string,
  language: Language,
  now: Date,
): Reminder | undefined {
  // Not themselves.
  const others = request.missing.filter(({ id }) => id !== officerId)
  if (others.length === 0) return undefined
  return {
    requestId: request.id,
    names: new Intl.ListFormat(language).format(others.map(({ name }) => name)),
    ...(others.length === 1 ? { name: others[0]?.name.split(' ')[0] } : {}),
    ...(request.remindedAt ? { at: when(request.remindedAt, now, language, translator(language, 'case')) } : {}),
    today: isReminded(request, now),
  }
}
