import { decimalOf, formatDecimal, formatInteger } from '~/forms/format'
import type { Json } from '~/forms/json'
import type { Language } from '~/forms/text'

/**
 * How a figure has moved: «+25 (+41 %)», «−44 446 (−4 %)». Undefined where it has not, or where one of them is no figure.
 * The share is whole per cent of the figure before, and left out where it rounds to nothing or there was nothing before.
 *
 * @param before a canonical value: a whole number, or a decimal as text («2.80»)
 */
export function figureChange(
  before: Json | undefined,
  after: Json | undefined,
  language: Language,
): string | undefined {
  const [was, is] = [figureOf(before), figureOf(after)]
  if (!was || !is || was.scale !== is.scale || was.units === is.units) return undefined
  const by = is.units - was.units
  const size = by < 0n ? -by : by
  const text = was.scale === 0 ? formatInteger(size, language) : formatDecimal(decimalOf(size, was.scale), language)
  const sign = by < 0n ? '\u2212' : '+'
  const percent = was.units > 0n ? Math.round((Number(size) * 100) / Number(was.units)) : 0
  return percent === 0 ? `${sign}${text}` : `${sign}${text} (${sign}${formatInteger(percent, language)}\u00a0%)`
}

function figureOf(value: Json | undefined): { readonly units: bigint; readonly scale: number } | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return { units: BigInt(value), scale: 0 }
  if (typeof value !== 'string') return undefined
  const [, sign = '', whole, fraction] = /^(-?)(\d{1,15})\.(\d{1,6})$/.exec(value) ?? []
  if (whole === undefined || fraction === undefined) return undefined
  return { units: BigInt(sign + whole + fraction), scale: fraction.length }
}
