import { z } from 'zod'
import type { Context, FieldKind, Posted } from '../contract'
import { onePlace } from '../places'
import { partsOf, textOf } from '../posted'
import { cleanLine } from '../printable'
import { accepted, codecOf, type Refusal } from '../reading'
import { oneCell } from '../sheet'
import { messages } from './messages'

const options = z.strictObject({ max: z.int().min(1).max(300).default(290) })
export type MunicipalitiesOptions = z.output<typeof options>

const list: z.ZodType<readonly string[], readonly string[]> = z.array(z.string()).readonly()

/** One field per municipality, or one text with several, a line or a comma between them. */
function read(posted: Posted): string[] | undefined {
  const texts = partsOf(posted).flatMap((part) => textOf(part)?.split(/[\n\r,;]+/) ?? [])
  const names = texts.map((text) => text.trim()).filter((text) => text !== '')
  return names.length === 0 ? undefined : names
}

/** The register's code, or what is wrong. */
function codeOf(typed: string, { language, register, recipientCode }: Context): { code: string } | { message: string } {
  const says = messages[language]
  const name = cleanLine(typed)
  const entry = register.find(name)
  if (!entry) {
    const near = register.nearest(name)
    return { message: near ? says.suggestion(name, near.shortName) : says.unknown(name) }
  }
  return entry.code === recipientCode ? { message: says.own(entry.shortName) } : { code: entry.code }
}

const nameOf = (code: string, { register }: Context) => register.find(code)?.shortName ?? code

/** Other municipalities than the recipient, from the register: their codes, in the order typed. */
export const municipalities: FieldKind<MunicipalitiesOptions, readonly string[], readonly string[]> = {
  name: 'municipalities',
  options,
  type: () => ({ type: 'list', of: { type: 'string' } }),
  read,
  schema: ({ options: { max } }, context) =>
    codecOf(list, list, {
      decode(typed) {
        const says = messages[context.language]
        const refusals: Refusal[] = []
        const codes: string[] = []
        for (const [place, text] of typed.entries()) {
          const found = codeOf(text, context)
          const problem =
            'message' in found
              ? found.message
              : codes.includes(found.code)
                ? says.twice(nameOf(found.code, context))
                : undefined
          if (problem) refusals.push({ message: problem, path: [String(place)], missing: false })
          if ('code' in found) codes.push(found.code)
        }
        if (codes.length > max) {
          refusals.push({ message: says.tooMany(max), path: [String(max)], missing: false })
        }
        return refusals.length > 0 ? { refusals } : accepted(codes)
      },
      encode: (value) => value.map((code) => nameOf(code, context)),
    }),
  partial: (_question, typed, context) =>
    typed.flatMap((text) => {
      const found = codeOf(text, context)
      return 'code' in found ? [found.code] : []
    }),
  missing: (_question, { language }) => messages[language].missing,
  merge: 'question',
  ...onePlace,
  display: (_question, value, context) => ({ type: 'lines', lines: value.map((code) => nameOf(code, context)) }),
  displayTyped: (_question, typed, { register }) => ({
    type: 'lines',
    lines: typed.map((text) => register.find(text)?.shortName ?? text),
  }),
  suggestions: ({ register, recipientCode }) =>
    register.all.filter(({ code }) => code !== recipientCode).map(({ shortName }) => shortName),
  blank: ({ options: { max } }) => ({ type: 'lines', count: Math.min(max, 3) }),
  sheet: (question, context) => oneCell(question, context, { type: 'text', joined: ', ' }),
  columns: ({ label }, context) => [
    {
      id: '',
      label: context.text(label),
      type: 'text',
      of: (value) => value.map((code) => nameOf(code, context)).join(', '),
    },
  ],
  example: ({ options: { max } }, { register, recipientCode }) =>
    register.all
      .filter(({ code }) => code !== recipientCode)
      .slice(0, Math.min(2, max))
      .map(({ code }) => code),
  fields: (_question, typed) => typed.map((text, place) => [String(place), text]),
}
