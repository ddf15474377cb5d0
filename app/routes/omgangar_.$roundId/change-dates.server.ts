import type { TFunction } from 'i18next'
import { formatDate } from '~/forms/format'
import type { Language } from '~/forms/text'
import { changeDeadline, extend, readDay } from '~/grants/rounds/change-deadline.server'
import { isPortalError } from '~/platform/errors'

/** What came of a change: words to say, and beside which form. */
export interface DateOutcome {
  readonly form: 'deadline' | 'extension'
  readonly done?: string
  readonly error?: string
  readonly typed: string
  readonly recipient?: string
}

interface Change {
  readonly fields: FormData
  readonly roundId: string
  readonly agencyIds: readonly string[]
  readonly userId: string
  readonly now: Date
  readonly language: Language
  readonly t: TFunction
}

/** Carries out the form that was posted. */
export async function changeDates(change: Change): Promise<DateOutcome> {
  const form = change.fields.get('gor') === 'extension' ? 'extension' : 'deadline'
  const typed = String(change.fields.get('dag') ?? '').trim()
  const recipient = String(change.fields.get('arende') ?? '')
  const base = { form, typed, ...(form === 'extension' ? { recipient } : {}) } as const
  const day = readDay(typed)
  if (!day && !(form === 'extension' && typed === '')) return { ...base, error: change.t('manage.badDate') }
  try {
    const done = form === 'deadline' ? await moved(change, day) : await extended(change, recipient, day)
    return { ...base, done }
  } catch (error) {
    if (!isPortalError(error)) throw error
    if (error.code === 'tooEarly') return { ...base, error: change.t('manage.pastDate') }
    if (error.code === 'notFound') return { ...base, error: change.t('manage.notExtendable') }
    throw error
  }
}

async function moved({ roundId, userId, now, language, t }: Change, day: Date | undefined): Promise<string> {
  if (!day) return t('manage.badDate')
  const changed = await changeDeadline(roundId, day, userId, now)
  return t(changed ? 'manage.deadlineSaved' : 'manage.deadlineSame', { date: formatDate(day, language) })
}

async function extended(change: Change, caseId: string, day: Date | undefined): Promise<string> {
  const { roundId, agencyIds, userId, now, language, t } = change
  const name = await extend({ roundId, caseId, agencyIds }, day ?? null, userId, now)
  return day ? t('manage.extended', { name, date: formatDate(day, language) }) : t('manage.extensionRemoved', { name })
}
