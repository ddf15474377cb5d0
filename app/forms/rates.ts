import type { Environment } from '@marcbachmann/cel-js'
import type { Rate, RateTable } from './definition'
import { none } from './functions'
import type { Report } from './problems'
import type { Surroundings } from './surroundings'
import type { LocalText } from './text'

export const rateId = (rate: Rate): string => (typeof rate === 'string' ? rate : rate.id)
const isTable = (rate: Rate): rate is RateTable =>
  typeof rate !== 'string' && (rate.by !== undefined || rate.years !== undefined || rate.amounts !== undefined)

/** An amount that a round sets, whole kronor. */
export interface RoundAmount {
  /** What it is called among the rates of a round: «unitAmount», «perPost.assistant.1». */
  readonly key: string
  /** The rate's own label; undefined where the form gives none. */
  readonly label: LocalText | undefined
  readonly category: LocalText | undefined
  /** Counted from the year of the round. */
  readonly years: number | undefined
}

/** Every amount that a round of the form must hold. */
export function roundAmounts(rates: readonly Rate[]): readonly RoundAmount[] {
  return rates.flatMap((rate): RoundAmount[] => {
    if (typeof rate === 'string') return [{ key: rate, label: undefined, category: undefined, years: undefined }]
    const { id, label, by = [undefined], years = [undefined], amounts } = rate
    if (amounts) return []
    return by.flatMap((category) =>
      years.map((offset) => ({
        key: keyOf(id, category?.id, offset),
        label,
        category: category?.label,
        years: offset,
      })),
    )
  })
}

/** Says what is wrong with tables of amounts. */
export function refuseOddRates(rates: readonly Rate[], report: Report): void {
  for (const rate of rates) {
    if (typeof rate === 'string') continue
    const { id, by, years, amounts } = rate
    const ids = by?.map((each) => each.id) ?? []
    if (new Set(ids).size < ids.length) report(`rates.${id}.by`, 'A category is there more than once.')
    if (years && new Set(years).size < years.length) report(`rates.${id}.years`, 'A year is there more than once.')
    if (!amounts) continue
    if (years) report(`rates.${id}.years`, 'With «amounts», the years are theirs.')
    if (!by) report(`rates.${id}.by`, '«amounts» are by category: say in «by» what each is called.')
    for (const category of ids.filter((each) => amounts[each] === undefined)) {
      report(`rates.${id}.amounts`, `There is no amount for «${category}».`)
    }
    for (const category of Object.keys(amounts).filter((each) => by && !ids.includes(each))) {
      report(`rates.${id}.amounts.${category}`, `«${category}» is none of the categories: ${ids.join(', ')}.`)
    }
    const kinds = new Set(Object.values(amounts).map((each) => typeof each))
    if (kinds.size > 1) report(`rates.${id}.amounts`, 'Either every category has years, or none.')
  }
}

/** What stands in the parentheses of «rates.perPost.at(…)». */
const argumentsOf = ({ by, years, amounts }: RateTable): readonly ('string' | 'int')[] => {
  const hasYears = years !== undefined || Object.values(amounts ?? {}).some((each) => typeof each === 'object')
  return [...(by ? (['string'] as const) : []), ...(hasYears ? (['int'] as const) : [])]
}

/** The categories of each rate that has them, by its id. */
export const categoriesOf = (rates: readonly Rate[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rates.flatMap((rate) =>
      typeof rate === 'string' || !rate.by ? [] : [[rate.id, rate.by.map(({ id }) => id)] as const],
    ),
  )

/** The type of «rates», and its value in a case. */
export interface RatesRoot {
  readonly type: string
  of(surroundings: Surroundings): unknown
}

/** What expressions see as «rates»: an amount each, or a table that is asked with `at`. */
export function ratesRoot(environment: Environment, rates: readonly Rate[]): RatesRoot {
  const fields = rates.map((rate) => {
    const id = rateId(rate)
    const value = ({ rates }: Surroundings) => bigAmount(own(rates, id))
    if (!isTable(rate)) return { id, type: 'int', value }
    const type = `rates.${id}`
    const ctor = tableClass()
    environment.registerType(type, { ctor, fields: {} })
    const look = (of: { readonly surroundings: Surroundings }, ...at: readonly (string | bigint)[]) =>
      amountAt(rate, of.surroundings, at)
    environment.registerFunction(`${type}.at(${argumentsOf(rate).join(', ')}): int`, look)
    return { id, type, value: (surroundings: Surroundings) => new ctor(surroundings) }
  })
  const ctor = class {
    constructor(surroundings: Surroundings) {
      for (const { id, value } of fields) Reflect.set(this, id, value(surroundings))
    }
  }
  environment.registerType('rates', { ctor, fields: Object.fromEntries(fields.map(({ id, type }) => [id, type])) })
  return { type: 'rates', of: (surroundings) => new ctor(surroundings) }
}

/** A class of its own, by which CEL tells one table from another. */
const tableClass = () =>
  class {
    readonly surroundings: Surroundings
    constructor(surroundings: Surroundings) {
      this.surroundings = surroundings
    }
  }

const bigAmount = (amount: number | undefined): bigint | undefined =>
  amount === undefined ? undefined : BigInt(amount)

/** @throws where there is no such amount: the expression has no value then */
function amountAt(rate: RateTable, surroundings: Surroundings, at: readonly (string | bigint)[]): bigint {
  const category = at.find((each) => typeof each === 'string')
  const year = at.find((each) => typeof each === 'bigint')
  const found = rate.amounts
    ? amountIn(rate.amounts, category ?? '', year)
    : own(
        surroundings.rates,
        keyOf(rate.id, category, year === undefined ? year : Number(year) - surroundings.round.year),
      )
  if (found === undefined) throw none
  return BigInt(found)
}

function amountIn(amounts: NonNullable<RateTable['amounts']>, category: string, year: bigint | undefined) {
  const of = own(amounts, category)
  return typeof of === 'object' ? own(of, String(year)) : of
}

const own = <Value>(object: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined

const keyOf = (...parts: readonly (string | number | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('.')
