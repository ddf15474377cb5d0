import { z } from 'zod'
import { digitsOf, hasLuhnCheckDigit } from '../check-digits'
import { textLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { messages } from './messages'

const options = z.strictObject({})
export type BankgiroOptions = z.output<typeof options>

/** A bankgiro number: «624-1061», «5050-1055». */
export const bankgiro = textLineKind<BankgiroOptions>({
  name: 'bankgiro',
  options,
  numeric: true,
  decode(typed, _question, { language }) {
    const says = messages[language]
    const digits = digitsOf(typed, /^(bankgiro|bg)[.:]?/i) ?? ''
    if (digits.length !== 7 && digits.length !== 8) return refused(says.shape)
    if (!hasLuhnCheckDigit(digits)) return refused(says.checkDigit)
    return accepted(`${digits.slice(0, -4)}-${digits.slice(-4)}`)
  },
  missing: (_question, { language }) => messages[language].missing,
  example: () => '624-1061',
})
