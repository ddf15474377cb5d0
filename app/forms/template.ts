import { compileExpression, type Program, type Read, type Words } from './expression'
import { decimalOf, formatDate, formatDecimal, formatInteger, formatKronor, formatNames } from './format'
import { ExpressionProblem } from './problems'
import type { Scope } from './scope'
import type { Language } from './text'
import { bare } from './values'

/** How a live value is written: `{award.kronor | kr}`. */
type Writing =
  | { readonly format: 'plain' | 'kr' | 'number' | 'date' | 'names' }
  | { readonly format: 'decimal'; readonly scale: number }

interface LiveValue {
  readonly program: Program
  readonly writing: Writing
}

/** A text with its live values type-checked. */
export interface Template {
  readonly parts: readonly (string | LiveValue)[]
  readonly reads: readonly Read[]
}

/** What stands where a live value is missing. */
export const missingValue = '–'

/**
 * Takes a text apart: `{expression}`, `{expression | kr}`; `{{` and `}}` are the braces themselves.
 *
 * @throws ExpressionProblem
 */
export function compileTemplate(words: Words, source: string): Template {
  const parts: (string | LiveValue)[] = []
  let plain = ''
  let index = 0
  while (index < source.length) {
    const two = source.slice(index, index + 2)
    if (two === '{{' || two === '}}') {
      plain += two[0]
      index += 2
    } else if (source[index] === '{') {
      const end = closing(source, index)
      if (plain !== '') parts.push(plain)
      plain = ''
      parts.push(liveValue(words, source.slice(index + 1, end)))
      index = end + 1
    } else {
      plain += source[index]
      index += 1
    }
  }
  if (plain !== '') parts.push(plain)
  return { parts, reads: parts.flatMap((part) => (typeof part === 'string' ? [] : part.program.reads)) }
}

/** Whether a text has to be taken apart at all. */
export const isTemplate = (source: string): boolean => source.includes('{') || source.includes('}}')

/** The text with its live values filled in; «–» where one is missing. */
export function fillTemplate(template: Template, scope: Scope, language: Language): string {
  return template.parts
    .map((part) =>
      typeof part === 'string' ? part : written(bare(part.program.evaluate(scope)), part.writing, language),
    )
    .join('')
}

function closing(source: string, start: number): number {
  let quote = ''
  let depth = 0
  for (let index = start; index < source.length; index++) {
    const char = source[index] ?? ''
    if (quote !== '') {
      if (char === '\\') index += 1
      else if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '{') depth += 1
    else if (char === '}') {
      depth -= 1
      if (depth === 0) return index
    }
  }
  throw new ExpressionProblem('A «{» has no «}». Write «{{» for the sign itself.')
}

// The last single «|» separates; «||» belongs to the expression.
const parts = /^(?<expression>[\s\S]*[^|])\|(?!\|)(?<format>[^|"']*)$/

function liveValue(words: Words, inside: string): LiveValue {
  const { expression = inside, format = 'plain' } = parts.exec(inside)?.groups ?? {}
  if (expression.trim() === '') throw new ExpressionProblem('There is nothing between «{» and «}».')
  const program = compileExpression(words, expression.trim())
  const writing = writingOf(format.trim())
  const type = program.type.replace(/^optional<(.*)>$/, '$1')
  const wanted = {
    plain: ['int', 'string'],
    kr: ['int'],
    number: ['int'],
    decimal: ['int'],
    date: ['string'],
    names: ['list<string>', 'list<optional<string>>'],
  }
  if (!wanted[writing.format].includes(type)) {
    const how = writing.format === 'plain' ? 'in a text' : `as «${format.trim()}»`
    throw new ExpressionProblem(`«${program.source}» is ${program.type} and cannot be written ${how}.`)
  }
  return { program, writing }
}

function writingOf(format: string): Writing {
  switch (format) {
    case 'plain':
    case 'kr':
    case 'number':
    case 'date':
    case 'names':
      return { format }
  }
  const [, scale] = /^decimal(?:\((\d)\))?$/.exec(format) ?? [undefined, undefined]
  if (format.startsWith('decimal') && (format === 'decimal' || scale !== undefined)) {
    return { format: 'decimal', scale: Number(scale ?? 2) }
  }
  throw new ExpressionProblem(
    `«${format}» is no way to write a value. There are: kr, number, decimal, decimal(1), date, names.`,
  )
}

function written(value: unknown, writing: Writing, language: Language): string {
  if (value === undefined) return missingValue
  if (writing.format === 'names') return formatNames(namesIn(value), language) || missingValue
  if (typeof value !== 'bigint') return writing.format === 'date' ? formatDate(String(value), language) : String(value)
  switch (writing.format) {
    case 'kr':
      return formatKronor(value, language)
    case 'number':
      return formatInteger(value, language)
    case 'decimal':
      return formatDecimal(decimalOf(value, writing.scale), language)
    default:
      return String(value)
  }
}

/** Those that are there. */
const namesIn = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : []).map(bare).flatMap((name) => (typeof name === 'string' && name !== '' ? [name] : []))
