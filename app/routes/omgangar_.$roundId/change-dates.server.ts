import type { TFunction } from 'i18next'
import { formatDate } from '~/forms/format'
import type { Language } from '~/forms/text'
import {
  type Changer,
  changeDeadline,
  extend,
  extendAll,
  type ManagedRound,
  readDay,
} from '~/grants/rounds/change-deadline.server'
import { isPortalError } from '~/platform/errors'

/** What came of a change: words to say, and beside which form. */
export interface DateOutcome {
  readonly form: 'deadline' | 'extension'
  readonly done?: string
  readonly error?: string
  readonly typed: string
  readonly recipient?: string
}

interface Change extends ManagedRound, Changer {
  readonly fields: FormData
  readonly language: Language
  readonly t: TFunction
}

/** The choice that stands for every recipient. */
export const everyone = 'alla'

/** Carries out the form that was posted. */
export async function changeDates(change: Change): Promise<DateOutcome> {
  const form = change.fields.get('gor') === 'extension' ? 'extension' : 'deadline'
  const typed = String(change.fields.get('dag') ?? '').trim()
  const recipient = String(change.fields.get('arende') ?? '')
  const base = { form, typed, ...(form === 'extension' ? { recipient } : {}) } as const
  const day = readDay(typed)
  const removes = form === 'extension' && typed === ''
  if (!day && !removes) return { ...base, error: change.t('manage.badDate') }
  try {
    const done = form === 'deadline' && day ? await moved(change, day) : await extended(change, recipient, day)
    return { ...base, done }
  } catch (error) {
    if (!isPortalError(error)) throw error
    if (error.code === 'tooEarly') return { ...base, error: change.t('manage.pastDate') }
    if (error.code === 'invalid') return { ...base, error: change.t('manage.tooSoon') }
    if (error.code === 'notFound') return { ...base, error: change.t('manage.notExtendable') }
    if (error.code === 'forbidden') return { ...base, error: change.t('manage.shared') }
    throw error
  }
}

async function moved(change: Change, day: Date): Promise<string> {
  const changed = await changeDeadline(change, day, change)
  const date = formatDate(day, change.language)
  return change.t(changed ? 'manage.deadlineSaved' : 'manage.deadlineSame', { date })
}

async function extended(change: Change, recipient: string, day: Date | undefined): Promise<string> {
  const { roundId, agencyIds, language, t } = change
  const date = day && formatDate(day, language)
  if (recipient === everyone) {
    const count = await extendAll(change, day ?? null, change)
    return date ? t('manage.allExtended', { count, date }) : t('manage.allExtensionsRemoved', { count })
  }
  const name = await extend({ roundId, agencyIds, caseId: recipient }, day ?? null, change)
  return date ? t('manage.extended', { name, date }) : t('manage.extensionRemoved', { name })
}
