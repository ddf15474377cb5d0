import { z } from 'zod'
import { digitsOf } from '../check-digits'
import { textLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { messages } from './messages'

const options = z.strictObject({})
export type PostcodeOptions = z.output<typeof options>

/** A Swedish postcode: «147 85». None starts with 0. */
export const postcode = textLineKind<PostcodeOptions>({
  name: 'postcode',
  options,
  decode(typed, _question, { language }) {
    const digits = digitsOf(typed, /^(se|s)[-\u2012-\u2015]?/i) ?? ''
    if (!/^[1-9]\d{4}$/.test(digits)) return refused(messages[language].shape)
    return accepted(`${digits.slice(0, 3)} ${digits.slice(3)}`)
  },
  missing: (_question, { language }) => messages[language].missing,
  example: () => '147 85',
})
