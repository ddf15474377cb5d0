import { readSurroundings } from '../app/cases/draft-row'
import type { Json } from '../app/forms/json'
import type { FormContext } from '../app/forms/kind-port'
import { inWords, refusals } from '../app/forms/schema-words'
import type { Surroundings } from '../app/forms/surroundings'
import { writtenSurroundings } from '../app/forms/surroundings-schema'
import { type Flags, flag, flagList, Unusable } from './command'
import { readObject } from './read-file'

/** Flags that say what is around the answers, for commands that judge. */
export const surroundingsFlags = {
  surroundings: { type: 'string' },
  year: { type: 'string' },
  recipient: { type: 'string' },
  award: { type: 'string' },
  posts: { type: 'string' },
  'case-number': { type: 'string' },
  rate: { type: 'string', multiple: true },
} as const

export const surroundingsUsage =
  '[--surroundings <file>] [--year 2020] [--recipient <municipality>] [--award <kronor>] [--posts 2,80] [--rate <name>=<kronor>]'

/** What an answers file says of its surroundings. */
export interface BroughtSurroundings {
  readonly file: string
  readonly surroundings: Json | undefined
}

/**
 * The surroundings that answers are judged in: what the answers file itself brings, then the file of `--surroundings`, then the
 * flags, the later over the earlier. What nobody says is unknown to the form, as it would be in a round without it.
 *
 * @throws Unusable with the file and the place of what cannot stand there
 */
export async function surroundingsOf(
  flags: Flags,
  brought: BroughtSurroundings | undefined,
  register: FormContext['register'],
): Promise<Surroundings> {
  const file = flag(flags, 'surroundings')
  let all = unknown(Number(flag(flags, 'year')) || new Date().getFullYear() - 1)
  if (brought?.surroundings !== undefined) {
    all = merge(all, brought.surroundings)
    refuseOdd(all, brought.file, 'surroundings')
  }
  if (file) {
    all = merge(all, await readObject(file))
    refuseOdd(all, file, '')
  }
  return readSurroundings(merge(all, fromFlags(flags, register)))
}

function refuseOdd(surroundings: Json, file: string, place: string): void {
  const { error } = writtenSurroundings.safeParse(surroundings, { error: inWords })
  if (!error) return
  throw new Unusable([`The surroundings in ${file} cannot be used:`, ...refusals(error, place)].join('\n  '))
}

function unknown(year: number): Json {
  return {
    round: { year, deadline: `${year + 1}-01-15T22:59:59.999Z` },
    agency: { name: '–', contact: {} },
    recipient: { name: '–', shortName: '–', contact: {} },
    award: {},
    rates: {},
  }
}

function fromFlags(flags: Flags, register: FormContext['register']): Json {
  const [year, place, kronor, posts] = ['year', 'recipient', 'award', 'posts'].map((name) => flag(flags, name))
  const caseNumber = flag(flags, 'case-number')
  const recipient = place === undefined ? undefined : register.find(place)
  if (place !== undefined && !recipient) {
    const near = register.nearest(place)?.shortName
    throw new Unusable(`There is no municipality «${place}».${near ? ` Did you mean ${near}?` : ''}`)
  }
  const rates = flagList(flags, 'rate').map((rate): [string, number] => {
    const [name = '', amount = ''] = rate.split('=')
    return [name, whole(amount, '--rate')]
  })
  return {
    ...(year !== undefined && { round: { year: whole(year, '--year') } }),
    ...(recipient && { recipient: { ...recipient } }),
    award: {
      ...(kronor !== undefined && { kronor: whole(kronor, '--award') }),
      ...(posts !== undefined && { posts: hundredths(posts) }),
      ...(caseNumber !== undefined && { caseNumber }),
    },
    rates: Object.fromEntries(rates),
  }
}

function whole(text: string, name: string): number {
  const digits = text.replace(/[\s.]/g, '')
  if (!/^-?\d+$/.test(digits)) throw new Unusable(`${name} takes a whole number; got «${text}».`)
  return Number(digits)
}

function hundredths(text: string): number {
  const match = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text.trim())
  if (!match) throw new Unusable(`--posts takes full-time equivalents with at most two decimals; got «${text}».`)
  return Number(match[1]) * 100 + Number((match[2] ?? '0').padEnd(2, '0'))
}

/** `upper` over `lower`, objects member by member. */
function merge(lower: Json, upper: Json): Json {
  if (!isObject(lower) || !isObject(upper)) return upper
  const keys = new Set([...Object.keys(lower), ...Object.keys(upper)])
  return Object.fromEntries(
    [...keys].map((key): [string, Json] => {
      const [below, above] = [lower[key], upper[key]]
      return [key, above === undefined ? (below ?? null) : below === undefined ? above : merge(below, above)]
    }),
  )
}

function isObject(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
