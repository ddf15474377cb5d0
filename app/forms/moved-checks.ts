import { z } from 'zod'
import { type Check, localText, type Question } from './definition'
import type { Report } from './problems'
import { type Language, type LocalText, languages } from './text'
import { typeAt, type ValueType } from './value-type'

/** The warnings of `moved`: one for each figure, which passes when the officer says why it has moved. */
export function movedChecks(
  questions: Iterable<{ readonly question: Question; readonly type: ValueType; readonly place: string }>,
  report: Report,
): readonly Check[] {
  return [...questions].flatMap(({ question, type, place }) => {
    const { moved } = question
    if (!moved) return []
    const cells = moved.cells?.map((cell) => cell.split('.')) ?? figuresIn(type)
    if (cells.length === 0) report(`${place}.moved`, 'This kind of question has no figures that can move.')
    return cells.flatMap((path) => {
      const of = typeAt(type, path)
      if (of?.type === 'int' || of?.type === 'decimal') return [movedCheck(question, moved, path, of)]
      report(`${place}.moved.cells`, `The question «${question.id}» has no figure «${path.join('.')}».`)
      return []
    })
  })
}

/** The paths of all figures: the answer itself, or the cells of a table with fixed rows and columns. */
function figuresIn(type: ValueType): readonly (readonly string[])[] {
  if (type.type === 'int' || type.type === 'decimal') return [[]]
  if (type.type !== 'object') return []
  return Object.entries(type.fields).flatMap(([id, field]) => figuresIn(field).map((path) => [id, ...path]))
}

function movedCheck(
  question: Question,
  { percent, atLeast }: NonNullable<Question['moved']>,
  path: readonly string[],
  type: ValueType,
): Check {
  const field = [question.id, ...path].join('.')
  const now = `a.${field}`
  const before = `previous.${now}`
  const change = `abs(${now}.value() - ${before}.value())`
  const format = type.type === 'decimal' ? `decimal(${type.scale})` : question.kind === 'money' ? 'kr' : 'number'
  const share = `divideHalfUp(${change} * 100, abs(${before}.value()))`
  const compared = (up: string, down: string) => `${now}.value() > ${before}.value() ? '${up}' : '${down}'`
  const isCount = type.type === 'int' && question.kind !== 'money'
  const words = {
    sv: {
      change: isCount ? compared('fler', 'färre') : compared('mer', 'mindre'),
      sentence: (name: string, change: string) =>
        `${name} {${now} | ${format}} mot {${before} | ${format}} för {previous.year} ${change}. Vad beror {${compared('ökningen', 'minskningen')}} på?`,
      percent: 'procent',
    },
    en: {
      change: isCount ? compared('more', 'fewer') : compared('more', 'less'),
      sentence: (name: string, change: string) =>
        `${name} {${now} | ${format}} against {${before} | ${format}} for {previous.year} ${change}. What is the reason for the {${compared('increase', 'decrease')}}?`,
      percent: 'per cent',
    },
  }
  const label = nameOf(question, path)
  const text = { sv: '', en: '' }
  for (const language of languages) {
    const says = words[language]
    // Of nothing there is no share.
    const inPercent = `string(${share}) + ' ${says.percent} ' + (${says.change})`
    text[language] = says.sentence(
      withColon(label[language]),
      `({${before}.value() == 0 ? (${says.change}) : ${inPercent}})`,
    )
  }
  return {
    id: [question.id, ...path, 'moved'].join('$'),
    severity: 'warning',
    holds: `${change} < ${atLeast} || ${change} * 100 < abs(${before}.value()) * ${percent}`,
    at: [field],
    text,
  }
}

const withColon = (label: string) => (/[?:.!]$/.test(label) ? label : `${label}:`)

const labelled = z.array(z.object({ id: z.string(), label: localText })).catch([])

/** «Nya klienter, Alla, Kvinnor»: the label, and those of the row and the column. */
function nameOf({ label, options }: Question, path: readonly string[]): LocalText {
  const parts = path.flatMap((id, index) => {
    const list = labelled.parse(index === 0 ? (options.rows ?? options.fixedRows) : options.columns)
    return list.find((each) => each.id === id)?.label ?? { sv: id, en: id }
  })
  const said = (language: Language) => [label, ...parts].map((each) => each[language]).join(', ')
  return { sv: said('sv'), en: said('en') }
}
