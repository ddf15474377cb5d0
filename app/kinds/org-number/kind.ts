import { z } from 'zod'
import { digitsOf, hasLuhnCheckDigit } from '../check-digits'
import { textLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { messages } from './messages'

const options = z.strictObject({})
export type OrgNumberOptions = z.output<typeof options>

/** With the century «16» that registers put before it, or as a VAT number (SE…01), it is the same number. */
const tenDigits = (digits: string) => (digits.length === 12 && digits.startsWith('16') ? digits.slice(2) : digits)

/** A Swedish organisation number: «212000-2882». The third digit tells it from a personal identity number. */
export const orgNumber = textLineKind<OrgNumberOptions>({
  name: 'org-number',
  options,
  numeric: true,
  decode(typed, _question, { language }) {
    const says = messages[language]
    const vat = /^\s*se\s*([\d\s-]{10,})01\s*$/i.exec(typed)
    const digits = tenDigits(digitsOf(vat?.[1] ?? typed) ?? '')
    if (digits.length !== 10) return refused(says.shape)
    if (Number(digits[2]) < 2) return refused(says.person)
    if (!hasLuhnCheckDigit(digits)) return refused(says.checkDigit)
    return accepted(`${digits.slice(0, 6)}-${digits.slice(6)}`)
  },
  missing: (_question, { language }) => messages[language].missing,
  example: () => '212000-2882',
})
