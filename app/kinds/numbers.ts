/** A number as it was written: digits only, `whole` without leading zeros. */
export interface WrittenNumber {
  readonly negative: boolean
  readonly whole: string
  readonly fraction: string
}

/** What «1.127» means: 1 127 where only whole numbers make sense, 1,127 elsewhere. */
export type Dot = 'thousands' | 'decimals'

const longest = 60
const spaces = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]+/g
const minuses = /^[-\u2212\u2010-\u2015\ufe63\uff0d]\s?/
const money = /^(?:kr|sek)\.?\s?|\s?(?:kronor|kr|sek)\.?$/gi
const dashes = /[:,.][-\u2012-\u2015\u2212]$/

/** One kind of separator between groups of three digits, then perhaps a decimal comma or point. */
const grouped = /^(\d{1,3})((?<separator>[ .,'’])\d{3}(?:\k<separator>\d{3})*)(?:(?<point>[.,])(?<fraction>\d*))?$/
const plain = /^(\d*)(?:[.,](\d*))?$/

const written = (negative: boolean, digits: string, fraction: string): WrittenNumber => {
  const whole = digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  return { negative: negative && /[1-9]/.test(whole + fraction), whole, fraction }
}

/**
 * Reads a number the way people write it: «1 127 386», «1127386», «1.127.386 kr», «1 127 386,50», «2.8», «−5», with
 * any kind of space and minus. Undefined when it is no number, or when the groups are not thousands («83 66» is two
 * numbers, not 8366).
 */
export function readNumber(text: string, dot: Dot): WrittenNumber | undefined {
  if (text.length > longest) return undefined
  let rest = text.replace(spaces, ' ').trim()
  const negative = minuses.test(rest)
  rest = rest
    .replace(minuses, '')
    .replace(/^\+\s?/, '')
    .replace(money, '')
    .replace(dashes, '')
    .trim()
  if (!/\d/.test(rest)) return undefined

  const groups = grouped.exec(rest)
  if (groups?.groups) {
    const { separator = '', point, fraction = '' } = groups.groups
    const [, first = '', more = ''] = groups
    const several = more.length > 4
    // «1,127» is a decimal comma, «0.125» no thousand; «1.127» depends on what is asked.
    const isDecimal =
      point === undefined &&
      !several &&
      (separator === ',' || (separator === '.' && (dot === 'decimals' || first.startsWith('0'))))
    if (isDecimal) return written(negative, first, more.slice(1))
    if (point === separator) return undefined
    return written(negative, first + more, fraction)
  }

  const simple = plain.exec(rest)
  return simple ? written(negative, simple[1] ?? '', simple[2] ?? '') : undefined
}

/** What a text in a field for whole numbers is. */
export type WholeNumber =
  | { readonly type: 'whole'; readonly value: number }
  /** It has decimals other than zeros, or three that may be meant as thousands. */
  | { readonly type: 'decimals' }
  | { readonly type: 'tooLarge' }
  | { readonly type: 'noNumber' }

/** «250,000» may be meant as a quarter of a million, or as 250 with three decimals. */
const isEither = ({ whole, fraction }: WrittenNumber) => whole.length <= 3 && fraction.length === 3

/** Reads a whole number, exactly; «,00» may follow it. */
export function readWholeNumber(text: string): WholeNumber {
  const number = readNumber(text, 'thousands')
  if (!number) return { type: 'noNumber' }
  if (/[1-9]/.test(number.fraction) || isEither(number)) return { type: 'decimals' }
  if (number.whole.length > 15) return { type: 'tooLarge' }
  const value = Number(number.whole)
  return { type: 'whole', value: number.negative ? -value : value }
}

/** The value of a text in a field for whole numbers, or undefined. */
export function wholeNumberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const read = readWholeNumber(text)
  return read.type === 'whole' ? read.value : undefined
}

/** What a text in a field for numbers with `scale` decimals is. `units` counts the smallest unit: 2,80 is 280. */
export type ScaledNumber =
  | { readonly type: 'scaled'; readonly units: number }
  /** Too many decimals; the two numbers nearest to it that fit, in smallest units. */
  | { readonly type: 'decimals'; readonly below: number; readonly above: number }
  | { readonly type: 'tooLarge' }
  | { readonly type: 'noNumber' }

/** Reads a number with at most `scale` decimals, exactly; zeros may follow. */
export function readScaledNumber(text: string, scale: number): ScaledNumber {
  const number = readNumber(text, 'decimals')
  if (!number) return { type: 'noNumber' }
  if (number.whole.length + scale > 15) return { type: 'tooLarge' }
  const units = Number(number.whole + number.fraction.slice(0, scale).padEnd(scale, '0'))
  const signed = (value: number) => (number.negative && value !== 0 ? -value : value)
  if (!/[1-9]/.test(number.fraction.slice(scale))) return { type: 'scaled', units: signed(units) }
  const [near, far] = [signed(units), signed(units + 1)]
  return { type: 'decimals', below: Math.min(near, far), above: Math.max(near, far) }
}
