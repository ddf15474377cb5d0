import fc from 'fast-check'
import { z } from 'zod'
import type { CompiledForm } from '~/forms/compile'
import { explainKey } from '~/forms/draft'
import type { Posted } from '../contract'
import { kindOf } from '../registry.server'
import { anyLine } from './any-words'
import { unfolded } from './html'
import { contextIn, questionOf, register } from './judged'

const ids = z.array(z.looseObject({ id: z.string() })).catch([])
const number = z.coerce.number().optional().catch(undefined)
/** What answering needs to know of any kind's options. */
const known = z.looseObject({
  options: ids,
  rows: ids,
  columns: z
    .array(
      z.looseObject({
        id: z.string(),
        kind: z.string().catch(''),
        options: z.unknown().optional(),
        optional: z.unknown().optional(),
      }),
    )
    .catch([]),
  fixedRows: ids.optional(),
  other: z.unknown().optional(),
  min: number,
  max: number,
  above: number,
  scale: z.number().catch(0),
  from: z.number().catch(1),
  to: z.number().catch(5),
  dontKnow: z.unknown().optional(),
  multiline: z.boolean().catch(false),
  of: z.array(z.string()).catch([]),
})

const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const digits = fc.constantFrom(...'0123456789abcdef')
const file = fc.record({
  name: anyLine.map((name) => `${name}.pdf`),
  type: fc.constant('application/pdf'),
  size: fc.nat(30_000_000),
  sha256: fc.array(digits, { minLength: 64, maxLength: 64 }).map((each) => each.join('')),
})

const object = <Value>(keys: readonly string[], value: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, value])))

/** Answers that the kind may well accept; what it refuses after all is for its caller to leave out. */
export function answerTo(kind: string, source: unknown): fc.Arbitrary<Posted> {
  const options = known.parse(source ?? {})
  const names = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
  const whole = (most: number) => {
    const min = Math.ceil(options.min ?? (options.above ?? -1) + 1)
    return fc.integer({ min, max: Math.max(min, Math.floor(options.max ?? most)) })
  }
  const step = fc.oneof(
    fc.integer({ min: options.from, max: options.to }),
    fc.constant<Posted>(options.dontKnow === undefined ? options.from : 'dontKnow'),
  )
  switch (kind) {
    case 'text':
      return options.multiline
        ? fc.array(anyLine, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
        : anyLine
    case 'integer':
      return whole(100_000).map(String)
    case 'money':
      return whole(2_000_000_000).map(String)
    case 'decimal':
      return fc
        .integer({ min: Math.ceil((options.min ?? options.above ?? 0) * 10 ** options.scale), max: 1_000_000 })
        .map((units) => (units / 10 ** options.scale).toFixed(options.scale))
    case 'yes-no':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...names(options.options))
    case 'choices':
      return fc.record({
        chosen: fc.subarray(names(options.options), { minLength: 1 }),
        ...(options.other !== undefined && { other: anyLine }),
      })
    case 'count-table':
      return object(names(options.rows), object(names(options.columns), fc.nat(100_000).map(String)))
    case 'yes-no-list':
      return object(names(options.rows), fc.boolean())
    case 'scale':
      return step
    case 'scale-matrix':
      return object(names(options.rows), step)
    case 'ordered-list':
      return fc.uniqueArray(anyLine, { minLength: 1, maxLength: 3 })
    case 'identity-number':
      return fc.constantFrom('19121212-1212', '212000-2882')
    case 'phone':
      return fc.constantFrom('+46 8 530 610 00', '08-530 610 00')
    case 'email':
      return fc.constantFrom('kim.korallrot@botkyrka.se', '-x@botkyrka.se')
    case 'date':
      return day
    case 'period':
      return fc
        .tuple(day, day)
        .map((days) => days.toSorted())
        .map(([from = '', to = '']) => ({ from, to }))
    case 'municipalities':
      return fc.subarray(
        register.all.map(({ code }) => code).filter((code) => code !== '0126'),
        { minLength: 1 },
      )
    case 'attachments':
      return fc.array(file, { minLength: 1, maxLength: 3 })
    case 'row-choice':
      return fc.constantFrom(...options.of.flatMap((table) => [`${table}.r1`, `${table}.r2`, `${table}.worker`]))
    case 'table':
      return rowsOf(options)
    default:
      return exampleOf(kind, source)
  }
}

/** A kind's own example: as an answers file has it, as its fields do, and without blanks and hyphens. */
function exampleOf(name: string, source: unknown): fc.Arbitrary<Posted> {
  const kind = kindOf(name)
  if (!kind) throw new RangeError(`There is no kind «${name}»: add it to allKinds in app/kinds/registry.server.ts.`)
  const question = questionOf(kind, source ?? {})
  const context = contextIn('sv')
  const example = kind.example(question, context)
  const fields = kind.fields(question, kind.schema(question, context).encode(example))
  const bare = fields.map(([path, text]) => [path, text.replace(/[\s-]/g, '')] as const)
  return fc.constantFrom<Posted>(example, unfolded(fields), unfolded(bare))
}

function rowsOf({ columns, fixedRows }: z.output<typeof known>): fc.Arbitrary<Posted> {
  const cells = columns.map(({ id, kind, options }) => [id, answerTo(kind, options)] as const)
  const must = columns.filter(({ optional }) => optional !== true).map(({ id }) => id)
  const row = fc.record(Object.fromEntries(cells), { requiredKeys: must })
  return fixedRows
    ? object(
        fixedRows.map(({ id }) => id),
        row,
      )
    : fc.array(row, { minLength: 1, maxLength: 4 })
}

/** By question and explanation: answers that are valid where their kinds can tell, nearly all of them given. */
export const validAnswers = (form: CompiledForm): fc.Arbitrary<Readonly<Record<string, Posted>>> =>
  fc.record({
    ...Object.fromEntries([...form.questions].map(([id, question]) => [id, answerTo(question.kind, question.options)])),
    ...Object.fromEntries(form.checks.map(({ id }) => [explainKey(id), anyLine])),
  })

const wild: fc.Arbitrary<Posted> = fc
  .jsonValue({ maxDepth: 3 })
  .map((value): Posted => JSON.parse(JSON.stringify(value)))

/** By question and explanation: whatever can be posted, some of it nearly right. */
export const wildAnswers = (form: CompiledForm): fc.Arbitrary<Readonly<Record<string, Posted>>> => {
  const each = (valid: fc.Arbitrary<Posted>) =>
    fc.oneof(valid, wild, fc.constant(undefined), fc.tuple(valid, wild).map(mixed))
  return fc.record({
    ...Object.fromEntries(
      [...form.questions].map(([id, question]) => [id, each(answerTo(question.kind, question.options))]),
    ),
    ...Object.fromEntries(form.checks.map(({ id }) => [explainKey(id), each(anyLine)])),
    gone: wild,
  })
}

/** A valid answer in which something has been replaced. */
function mixed([valid, other]: [Posted, Posted]): Posted {
  if (typeof valid !== 'object' || valid === null) return other
  const keys = Object.keys(valid)
  const broken = keys[JSON.stringify(other).length % Math.max(keys.length, 1)]
  return Object.fromEntries(Object.entries(valid).map(([key, part]) => [key, key === broken ? other : part]))
}
