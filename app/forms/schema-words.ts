import { z } from 'zod'
import { didYouMean } from './nearest'
import { type Language, languages } from './text'

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]
type Issue = z.core.$ZodIssue

/**
 * What a schema refuses, in words for whoever writes a form or a case: `schema.safeParse(source, { error: inWords })`. The
 * words of a schema's own come before these.
 */
export const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys' && (issue.input === undefined || issue.input === null))
    return `${nameOf(issue)} is missing.${choice(issue)}`
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input)
    case 'unrecognized_keys':
      return issue.keys
        .map((key) => `There is no member called «${key}» here.${didYouMean(key, membersOf(issue))}`)
        .join(' ')
    case 'invalid_value':
      return `${inQuotes(issue.input)} cannot stand here.${choice(issue)}`
    case 'invalid_union':
      return ofUnion(issue.errors)
    case 'too_small':
      return `${measured(issue.origin)} at least ${issue.minimum}.`
    case 'too_big':
      return `${measured(issue.origin)} at most ${issue.maximum}.`
    default:
      return undefined
  }
}

const languageNames: Readonly<Record<Language, string>> = { sv: 'Swedish', en: 'English' }

/** The words of the schema of a text in one language. */
export const ofOneLanguage =
  (language: Language): z.core.$ZodErrorMap =>
  ({ input }) =>
    input === undefined || input === null || input === ''
      ? `The ${languageNames[language]} text is missing.`
      : undefined

/** The words of the schema of a text in every language. */
export const ofAllLanguages: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type' && typeof issue.input === 'string') {
    return `The text stands in every language, { ${languages.map((language) => `${language}: "…"`).join(', ')} }.`
  }
  // YAML makes a member without value of what follows a comma: { sv: Text, med komma, en: … }
  const cut =
    issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => Reflect.get(Object(issue.input), key) === null) : []
  return cut.length === 0
    ? undefined
    : `The text is cut off at its comma, before «${cut.join('», «')}». Put the whole text in quotation marks.`
}

const nameOf = ({ path }: RawIssue) => {
  const last = path?.at(-1)
  return last === undefined ? 'It' : `«${String(last)}»`
}

const membersOf = ({ inst }: RawIssue) => (inst instanceof z.ZodObject ? Object.keys(inst.shape) : [])

/** Which values there are, where there are only some. */
function choice(issue: RawIssue): string {
  if (issue.code !== 'invalid_value') return ''
  return didYouMean(String(issue.input), issue.values.map(String))
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function wrongType(expected: string, input: unknown): string {
  const found = z.util.getParsedType(input)
  const got = found === 'number' || found === 'boolean' ? inQuotes(input) : (typeNames[found] ?? found)
  const remedy = expected === 'string' ? quoted[found] : undefined
  return [`This must be ${typeNames[expected] ?? expected}, not ${got}.`, ...(remedy ? [remedy] : [])].join(' ')
}

/** How what YAML takes for something else becomes a text. */
const quoted: Readonly<Record<string, string>> = {
  number: 'Put it in quotation marks.',
  boolean: 'Put it in quotation marks.',
  object: 'A text that holds «: » or begins with «{» stands in quotation marks.',
  array: 'A text that begins with «[» stands in quotation marks.',
}

const inQuotes = (input: unknown) => `«${typeof input === 'string' ? input : JSON.stringify(input)}»`

const measured = (origin: string) =>
  origin === 'string' ? 'The length of the text is' : origin === 'array' ? 'The length of the list is' : 'The number is'

/** Of several shapes, what is wrong with the one that was tried, if that can be told; otherwise with each of them. */
function ofUnion(errors: readonly (readonly Issue[])[]): string {
  const tried = errors.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  const told = (tried.length === 1 ? tried : errors).map((issues) =>
    issues.map(({ path, message }) => [...path, message].join(': ')).join(' '),
  )
  return told.join(' Or: ')
}

/** Everything that a schema refuses, each with its place below `place`: «surroundings.award.kronor: …». */
export const refusals = (error: z.ZodError, place = ''): string[] =>
  error.issues.map(({ path, message }) => {
    const at = [place, ...path].filter((step) => step !== '').join('.')
    return at === '' ? message : `${at}: ${message}`
  })
