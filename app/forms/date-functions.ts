import { type Environment, Optional } from '@marcbachmann/cel-js'
import {
  dayOf,
  daysFrom,
  isoOf,
  isWorkday,
  nextWorkday,
  plusDays,
  plusMonths,
  startedMonths,
  wholeMonths,
} from './calendar'
import { none } from './functions'
import type { Bridge } from './values'

/** What expressions can do with days and periods. A period that lacks a day, or ends before it begins, has no value. */
export function registerDateFunctions(environment: Environment, period: Bridge): void {
  const name = period.type
  environment
    .registerFunction('year(string): int', (date: string) => BigInt(day(date).getUTCFullYear()))
    .registerFunction('addDays(string, int): string', (date: string, days: bigint) =>
      isoOf(plusDays(day(date), Number(days))),
    )
    .registerFunction('addMonths(string, int): string', (date: string, months: bigint) =>
      isoOf(plusMonths(day(date), Number(months))),
    )
    .registerFunction('daysBetween(string, string): int', (from: string, to: string) =>
      BigInt(daysFrom(day(from), day(to))),
    )
    .registerFunction('isWorkday(string): bool', (date: string) => isWorkday(day(date)))
    .registerFunction('nextWorkday(string): string', (date: string) => isoOf(nextWorkday(day(date))))
    .registerFunction('months(string, string): int', (from: string, to: string) =>
      BigInt(wholeMonths(...span(from, to))),
    )
    .registerFunction('startedMonths(string, string): int', (from: string, to: string) =>
      BigInt(startedMonths(...span(from, to))),
    )
    .registerFunction(`period(string, string): ${name}`, (from: string, to: string) => period.toField({ from, to }))
    .registerFunction(`months(${name}): int`, (each: unknown) => BigInt(wholeMonths(...spanOf(each))))
    .registerFunction(`startedMonths(${name}): int`, (each: unknown) => BigInt(startedMonths(...spanOf(each))))
    .registerFunction(`days(${name}): int`, (each: unknown) => {
      const [from, to] = spanOf(each)
      return BigInt(daysFrom(from, to) + 1)
    })
    .registerFunction(`apart(list<${name}>): bool`, (list: unknown[]) => areApart(list))
}

function day(date: string): Date {
  const found = dayOf(date)
  if (!found || found.getUTCFullYear() > 9000) throw none
  return found
}

function span(from: string, to: string): [Date, Date] {
  const [start, end] = [day(from), day(to)]
  if (end < start) throw none
  return [start, end]
}

function spanOf(period: unknown): [Date, Date] {
  return span(dateIn(period, 'from') ?? '', dateIn(period, 'to') ?? '')
}

function dateIn(period: unknown, key: 'from' | 'to'): string | undefined {
  const field: unknown = typeof period === 'object' && period !== null ? Reflect.get(period, key) : undefined
  const date: unknown = field instanceof Optional ? field.orValue(undefined) : undefined
  return typeof date === 'string' ? date : undefined
}

/** No two of the periods share a day. Those that are not whole are passed over. */
function areApart(periods: readonly unknown[]): boolean {
  const spans = periods
    .flatMap((period) => {
      const [from, to] = [dateIn(period, 'from'), dateIn(period, 'to')]
      return from !== undefined && to !== undefined ? [{ from, to }] : []
    })
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  return spans.every(({ from }, index) => (spans[index - 1]?.to ?? '') < from)
}
