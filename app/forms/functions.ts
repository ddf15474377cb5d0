import { type Environment, EvaluationError, Optional } from '@marcbachmann/cel-js'

export const none = new EvaluationError({ code: 'no_value', message: 'There is nothing to choose from.' })

/** What expressions can call besides CEL's own (docs/form-language.md explains each). All are pure and whole-number; those of days are in date-functions.ts. */
export function registerFunctions(environment: Environment): void {
  for (const element of ['string', 'int', 'optional<string>', 'optional<int>']) {
    environment
      .registerFunction(`unique(list<${element}>): bool`, (list: unknown[]) => repeatedIn(list).length === 0)
      .registerFunction(`repeated(list<${element}>): list<string>`, (list: unknown[]) => repeatedIn(list))
  }
  environment
    .registerFunction('sum(list<int>): int', (list: bigint[]) => list.reduce((sum, each) => sum + each, 0n))
    .registerFunction('sum(list<optional<int>>): int', (list: Optional<bigint>[]) =>
      list.reduce((sum, each) => sum + each.orValue(0n), 0n),
    )
    .registerFunction('count(list<bool>): int', (list: boolean[]) => BigInt(list.filter(Boolean).length))
    .registerFunction('answered(list<optional<T>>): int', (list: Optional[]) =>
      BigInt(list.filter((each) => each.hasValue()).length),
    )
    .registerFunction('min(list<int>): int', (list: bigint[]) => least(list))
    .registerFunction('min(list<optional<int>>): int', (list: Optional<bigint>[]) => least(known(list)))
    .registerFunction('max(list<int>): int', (list: bigint[]) => greatest(list))
    .registerFunction('max(list<optional<int>>): int', (list: Optional<bigint>[]) => greatest(known(list)))
    .registerFunction('average(list<int>): int', (list: bigint[]) => average(list))
    .registerFunction('average(list<optional<int>>): int', (list: Optional<bigint>[]) => average(known(list)))
    .registerFunction('flatten(list<list<T>>): list<T>', (list: unknown[][]) => list.flat())
    .registerFunction('abs(int): int', (value: bigint) => (value < 0n ? -value : value))
    .registerFunction('divideDown(int, int): int', (over: bigint, under: bigint) => divide(over, under).down)
    .registerFunction('divideUp(int, int): int', (over: bigint, under: bigint) => {
      const { down, rest } = divide(over, under)
      return rest === 0n ? down : down + 1n
    })
    .registerFunction('divideHalfUp(int, int): int', (over: bigint, under: bigint) => {
      const { down, rest, size } = divide(over, under)
      return rest * 2n >= size ? down + 1n : down
    })
}

const least = (list: readonly bigint[]) => pick(list, (one, other) => one < other)
const greatest = (list: readonly bigint[]) => pick(list, (one, other) => one > other)

const known = <Value>(list: readonly Optional<Value>[]): Value[] =>
  list.flatMap((each) => (each.hasValue() ? [each.value()] : []))

/** Rounded half up. */
function average(list: readonly bigint[]): bigint {
  const sum = list.reduce((total, each) => total + each, 0n)
  const { down, rest, size } = divide(sum, BigInt(list.length))
  return rest * 2n >= size ? down + 1n : down
}

/** What stands in a list more than once, in words, each as it is written first. Case and spaces make no difference. */
function repeatedIn(list: readonly unknown[]): string[] {
  const first = new Map<string, string>()
  const twice = new Set<string>()
  for (const each of list) {
    const value: unknown = each instanceof Optional ? each.orValue(undefined) : each
    if (typeof value !== 'string' && typeof value !== 'bigint') continue
    const text = String(value).replace(/\s+/g, ' ').trim()
    const key = text.toLocaleLowerCase('sv')
    if (first.has(key)) twice.add(key)
    else first.set(key, text)
  }
  return [...twice].map((key) => first.get(key) ?? key)
}

function pick(list: readonly bigint[], better: (one: bigint, other: bigint) => boolean): bigint {
  const [first, ...rest] = list
  if (first === undefined) throw none
  return rest.reduce((best, each) => (better(each, best) ? each : best), first)
}

/** Towards minus infinity, so that rounding means the same for amounts below zero. */
function divide(over: bigint, under: bigint) {
  if (under === 0n) throw none
  const [top, size] = under < 0n ? [-over, -under] : [over, under]
  const rest = ((top % size) + size) % size
  return { down: (top - rest) / size, rest, size }
}

/** Names of the functions that an expression may call. */
export const functionNames: ReadonlySet<string> = new Set(
  'sum count answered min max average unique repeated flatten abs divideDown divideUp divideHalfUp year addDays addMonths daysBetween months startedMonths days isWorkday nextWorkday period apart size string int'.split(
    ' ',
  ),
)

/** Names of the methods that an expression may call. */
export const methodNames: ReadonlySet<string> = new Set(
  (
    'hasValue value or orValue of none bind all exists exists_one map filter size contains startsWith endsWith ' +
    'lowerAscii upperAscii trim indexOf lastIndexOf substring join split at'
  ).split(' '),
)

/** Methods that bind a name to each element; expressions may only nest a few of them. */
export const bindingMethods: ReadonlySet<string> = new Set('bind all exists exists_one map filter'.split(' '))
