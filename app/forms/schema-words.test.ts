import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { localText } from './definition'
import { inWords } from './schema-words'

const schema = z
  .strictObject({
    label: localText,
    kind: z.enum(['application', 'return', 'survey']),
    maxRows: z.int().min(1).max(2000),
    number: z.string().min(1).max(3),
    list: z.array(z.string()).min(1),
    optional: z.union([z.boolean(), z.string().min(1)]),
    rate: z.union([z.string(), z.strictObject({ id: z.string() })]),
    locked: z.boolean(),
  })
  .partial()

const said = (yaml: string) =>
  schema
    .safeParse(parse(yaml), { error: inWords })
    .error?.issues.map(({ message }) => message)
    .join(' ')

test.each([
  [
    'label: { sv: Text, med komma, en: Text }',
    'The text is cut off at its comma, before «med komma». Put the whole text in quotation marks.',
  ],
  ['label: { sv: Text }', 'The English text is missing.'],
  ['label: { en: Text, sv: }', 'The Swedish text is missing.'],
  ['label: { sv: "", en: Text }', 'The Swedish text is missing.'],
  ['label: { sv: Text, en: Text, se: Text }', 'There is no member called «se» here. Did you mean «sv»?'],
  ['label: Text', 'The text stands in every language, { sv: "…", en: "…" }.'],
  ['label:', '«label» is missing.'],
  [
    'label: { sv: {award.kronor}, en: Text }',
    'This must be a text, not an object. A text that holds «: » or begins with «{» stands in quotation marks.',
  ],
  ['maxRow: 3', 'There is no member called «maxRow» here. Did you mean «maxRows»?'],
  [
    'colour: red',
    'There is no member called «colour» here. There are: label, kind, maxRows, number, list, optional, rate, locked.',
  ],
  ['kind: retrun', '«retrun» cannot stand here. Did you mean «return»?'],
  ['kind: 1', '«1» cannot stand here. There are: application, return, survey.'],
  ['maxRows: many', 'This must be a number, not a text.'],
  ['maxRows: 0.5', 'This must be a whole number, not «0.5».'],
  ['maxRows: 0', 'The number is at least 1.'],
  ['maxRows: 2001', 'The number is at most 2000.'],
  ['number: 5', 'This must be a text, not «5». Put it in quotation marks.'],
  ['number: 1234a', 'The length of the text is at most 3.'],
  ['list: []', 'The length of the list is at least 1.'],
  ['list: x', 'This must be a list, not a text.'],
  ['optional: 1', 'This must be true or false, not «1». Or: This must be a text, not «1». Put it in quotation marks.'],
  ['rate: { ids: x }', 'id: «id» is missing. There is no member called «ids» here. Did you mean «id»?'],
  ['locked: yes', 'This must be true or false, not a text.'],
])('of «%s» is said «%s»', (yaml, words) => {
  expect(said(yaml)).toBe(words)
})
