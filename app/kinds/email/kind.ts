import { z } from 'zod'
import { textLineKind } from '../one-line'
import { cleanLine, unprintable } from '../printable'
import { accepted, refused } from '../reading'
import { messages } from './messages'

const options = z.strictObject({})
export type EmailOptions = z.output<typeof options>

/** What mail servers take: no spaces, dots only between other characters, a domain with at least one dot. */
const address =
  /^[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)*@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.\p{L}{2,}$/u

/** An e-mail address, as written but for a «mailto:» or angle brackets around it. */
export const email = textLineKind<EmailOptions>({
  name: 'email',
  options,
  decode(typed, _question, { language }) {
    const says = messages[language]
    const text = cleanLine(typed)
      .replace(/^mailto:/i, '')
      .replace(/^<(.*)>$/, '$1')
      .trim()
    if (!text.includes('@')) return refused(says.noAt)
    if (text.split('@').length > 2 && /[\s,;]/.test(text)) return refused(says.several)
    const isAddress = text.length <= 254 && address.test(text) && unprintable(text).length === 0
    return isAddress ? accepted(text) : refused(says.shape)
  },
  missing: (_question, { language }) => messages[language].missing,
  example: () => 'social@botkyrka.example',
})
