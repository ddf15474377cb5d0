import { z } from 'zod'
import { isoOf, plusDays } from '~/forms/calendar'
import type { Language } from '~/platform/i18n/languages'
import { translator } from '~/platform/i18n/translator.server'
import { typedAs } from '../organisations/typed.server'
import { endOfDay } from './deadline'

/** A last day that somebody is given: typed as a date, and its last second in Sweden, which is still to come. */
export function dayToCome(language: Language, now: Date): z.ZodType<Date, string> {
  const t = translator(language, 'contribution')
  const example = isoOf(plusDays(now, 7))
  return typedAs('date', language, { missing: t('new.deadlineMissing', { example }) }).transform((day, { issues }) => {
    const end = endOfDay(day)
    if (end > now) return end
    issues.push({ code: 'custom', message: t('new.deadlinePast'), input: day })
    return z.NEVER
  })
}
