import { z } from 'zod'
import { digitsOf, hasLuhnCheckDigit } from '../check-digits'
import { textLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { messages } from './messages'

const options = z.strictObject({})
export type PlusgiroOptions = z.output<typeof options>

/** Digits in pairs from the right, a single first one joining the pair after it, then the check digit: «123 45-6». */
function grouped(digits: string): string {
  const body = digits.slice(0, -1)
  const pairs = body.length > 1 && body.length % 2 === 1 ? [body.slice(0, 3)] : []
  for (let at = pairs.join('').length; at < body.length; at += 2) pairs.push(body.slice(at, at + 2))
  return `${pairs.join(' ')}-${digits.slice(-1)}`
}

/** A plusgiro number: «90 20 03-3». */
export const plusgiro = textLineKind<PlusgiroOptions>({
  name: 'plusgiro',
  options,
  numeric: true,
  decode(typed, _question, { language }) {
    const says = messages[language]
    const digits = digitsOf(typed, /^(plusgiro|postgiro|pg)[.:]?/i) ?? ''
    if (digits.length < 2 || digits.length > 8) return refused(says.shape)
    if (!hasLuhnCheckDigit(digits)) return refused(says.checkDigit)
    return accepted(grouped(digits))
  },
  missing: (_question, { language }) => messages[language].missing,
  example: () => '90 20 03-3',
})
