import { z } from 'zod'
import { textLineKind } from '../one-line'
import { cleanLine } from '../printable'
import { accepted, refused } from '../reading'
import { messages } from './messages'

const options = z.strictObject({})
export type PhoneOptions = z.output<typeof options>

/** A phone number with area or country code, grouped as it was written. */
export const phone = textLineKind<PhoneOptions>({
  name: 'phone',
  options,
  decode(typed, _question, { language }) {
    const number = cleanLine(typed)
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\u00a0/g, ' ')
      .replace(/^(tel|tfn|telefon|phone)[.:]?\s*/i, '')
    const digits = number.replace(/\D/g, '')
    const isNumber = /^(\+|00|0)[\d ()/-]*\d$/.test(number) && digits.length >= 7 && digits.length <= 15
    return isNumber ? accepted(number) : refused(messages[language].shape)
  },
  missing: (_question, { language }) => messages[language].missing,
  example: () => '08-530 610 00',
})
