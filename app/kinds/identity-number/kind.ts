import { z } from 'zod'
import { dayOf } from '~/forms/calendar'
import { digitsOf, hasLuhnCheckDigit } from '../check-digits'
import { textLineKind } from '../one-line'
import { accepted, type Reading, refused } from '../reading'
import { messages } from './messages'

const options = z.strictObject({
  allow: z
    .array(z.enum(['person', 'coordination', 'organisation']))
    .min(1)
    .default(['person', 'coordination'])
    .describe('Which numbers can be written: any of these.'),
})
export type IdentityNumberOptions = z.output<typeof options>

const wordsFor = ({ allow }: IdentityNumberOptions) => (allow.includes('organisation') ? 'either' : 'person')

/**
 * The number of a person, «19121212-1212» (a coordination number has 60 added to the day), or of an organisation,
 * «212000-2882», by which of them the form allows. Swedish law: SFS 1991:481 18 §, SFS 1974:174.
 */
export const identityNumber = textLineKind<IdentityNumberOptions>({
  name: 'identity-number',
  options,
  numeric: true,
  decode(typed, { options }, { language }): Reading<string> {
    const says = messages[language]
    const digits = digitsOf(typed.replace('+', '-')) ?? ''
    // The third digit tells organisations, whose numbers may have «16» before them, from people.
    const ten = digits.length === 12 && digits.startsWith('16') ? digits.slice(2) : digits
    if (ten.length === 10 && Number(ten[2]) >= 2 && options.allow.includes('organisation')) {
      return hasLuhnCheckDigit(ten) ? accepted(`${ten.slice(0, 6)}-${ten.slice(6)}`) : refused(says.checkDigit)
    }
    const people = options.allow.filter((each) => each !== 'organisation')
    if (people.length === 0 || (digits.length !== 12 && digits.length !== 10))
      return refused(says.shape[wordsFor(options)])
    if (digits.length === 10) return refused(Number(digits[2]) < 2 ? says.century : says.shape[wordsFor(options)])
    const day = Number(digits.slice(6, 8))
    const born = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`
    if (!/^(18|19|20)/.test(digits) || !dayOf(born)) return refused(says.date)
    if (!hasLuhnCheckDigit(digits.slice(2))) return refused(says.checkDigit)
    if (day > 60 && !people.includes('coordination')) return refused(says.coordination)
    if (day <= 60 && !people.includes('person')) return refused(says.person)
    return accepted(`${digits.slice(0, 8)}-${digits.slice(8)}`)
  },
  missing: ({ options }, { language }) => messages[language].missing[wordsFor(options)],
  example: ({ options: { allow } }) =>
    allow.includes('person') ? '19121212-1212' : allow.includes('coordination') ? '19701063-2391' : '212000-2882',
})
