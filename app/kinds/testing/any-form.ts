import fc from 'fast-check'
import type { FormSource } from '~/forms/definition'
import type { Surroundings } from '~/forms/surroundings'
import { typeAt } from '~/forms/value-type'
import { type Asked, anyDice, canChoose, conditionOn, type QuestionSource, questionOf } from './any-question'
import { anyLocal } from './any-words'
import { words } from './judged'

type PageSource = FormSource['pages'][number]
type CheckSource = NonNullable<FormSource['checks']>[number]

/** The dice of a page, and of the rule that reads it. */
const pageDice = fc.record({
  title: anyLocal,
  text: fc.option(anyLocal, { nil: undefined }),
  visible: fc.boolean(),
  repeats: fc.constantFrom('no', 'no', 'over', 'of'),
  internal: fc.integer({ min: 0, max: 4 }).map((face) => face === 0),
  questions: fc.array(anyDice, { minLength: 1, maxLength: 5 }),
  check: fc.option(
    fc.record({
      severity: fc.constantFrom('error', 'warning', 'stop'),
      text: anyLocal,
      rows: fc.boolean(),
      pick: fc.nat(1000),
    }),
    { nil: undefined },
  ),
})
type PageDice = typeof pageDice extends fc.Arbitrary<infer Each> ? Each : never

/**
 * Any definition that can be published: pages that repeat, are hidden, internal or stop the form; questions of every
 * kind; tables with every kind of column; conditions, computed values and rules that read what stands before them.
 */
export const anyForm: fc.Arbitrary<FormSource> = fc.array(pageDice, { minLength: 1, maxLength: 4 }).map(formOf)

function formOf(dice: readonly PageDice[]): FormSource {
  const asked: Asked[] = []
  const pages: PageSource[] = []
  const checks: CheckSource[] = []
  // What is internal may be read by nothing outside, so it comes last.
  const inOrder = [...dice.filter(({ internal }) => !internal), ...dice.filter(({ internal }) => internal)]
  for (const [place, each] of inOrder.entries()) {
    const id = `p${place}`
    const before = [...asked]
    const { questions, known } = questionsOf(place, each, before)
    if (questions.length === 0) continue
    const over = before.find(({ kind }) => kind === 'choices' || kind === 'yes-no-list')
    const repeat = repeatOf(each, over)
    const visible = each.visible && before.length > 0 ? readsOne(before, each.text ? 3 : 4) : undefined
    pages.push({
      id,
      title: repeat ? words(`$part: sida ${place}`) : each.title,
      questions,
      ...(each.text && { text: each.text }),
      ...(visible && { visible }),
      ...(each.internal && { internal: true }),
      ...(repeat && { repeat }),
    })
    if (repeat) continue
    asked.push(...known)
    const check = checkOf(place, each, known)
    if (check) checks.push(check)
  }
  const money = pages
    .flatMap(({ questions = [], repeat, internal }) => (repeat || internal ? [] : questions))
    .find(isKronor)
  return {
    id: 'any-form',
    programme: 'any',
    kind: 'application',
    reviewer: 'national',
    title: words('Vad som helst {round.year}'),
    shortTitle: words('Vad som helst'),
    affirmation: words('Jag intygar för {recipient.name}.'),
    rates: ['unitAmount'],
    pages: pages.length > 0 ? pages : [{ id: 'p0', title: words('Inget'), text: words('Inget att fylla i.') }],
    checks,
    ...(money && { figures: { amount: money.id } }),
  }
}

const isKronor = ({ kind, options }: QuestionSource) => kind === 'money' && options?.currency === undefined

function questionsOf(place: number, { questions, repeats }: PageDice, before: readonly Asked[]) {
  const known: Asked[] = []
  const sources: QuestionSource[] = []
  for (const [at, dice] of questions.entries()) {
    // On a page that repeats, only what stands before the page can be read by its plain name.
    const here = known.map((each) => ({ ...each, isTable: false }))
    // Rows are chosen on a later page than their table's.
    const readable = repeats === 'no' ? [...before, ...here] : before
    if (dice.sample.kind === 'row-choice' && !canChoose(readable)) continue
    const { source, asked } = questionOf(`q${place}x${at}`, dice, readable)
    const previous = sources.at(-1)
    sources.push({ ...source, ...(dice.pick % 4 === 0 && previous && { follows: previous.id }) })
    known.push(asked)
  }
  return { questions: sources, known }
}

function repeatOf({ repeats }: PageDice, over: Asked | undefined): PageSource['repeat'] {
  if (repeats === 'over' && over) return { name: 'part', over: over.id }
  if (repeats === 'no') return undefined
  return {
    name: 'part',
    of: [
      { id: 'spring', as: words('våren') },
      { id: 'autumn', as: words('hösten; 2') },
    ],
  }
}

const readsOne = (asked: readonly Asked[], pick: number): string | undefined => {
  const read = asked[pick % asked.length]
  return read && conditionOn(`a.${read.id}`, read.type, pick)
}

function checkOf(place: number, { check, internal }: PageDice, known: readonly Asked[]): CheckSource | undefined {
  if (!check) return undefined
  const { severity, text, rows, pick } = check
  const marked = known[pick % known.length]
  if (!marked) return undefined
  const list = marked.type.type === 'list' && marked.type.of.type === 'object' ? marked.type.of : undefined
  const [column] = Object.entries(list?.fields ?? {}).filter(([, type]) => type.type !== 'chosen')
  if (rows && marked.isTable && column && severity !== 'stop') {
    return {
      id: `check${place}`,
      severity,
      rows: marked.id,
      holds: conditionOn(`row.${column[0]}`, column[1], pick),
      at: [`${marked.id}.${column[0]}`],
      text,
    }
  }
  const field = marked.type.type === 'object' && !marked.isTable ? Object.keys(marked.type.fields)[pick % 2] : undefined
  const at = field !== undefined && typeAt(marked.type, [field]) ? `${marked.id}.${field}` : marked.id
  return {
    id: `check${place}`,
    severity: internal && severity === 'stop' ? 'error' : severity,
    holds: conditionOn(`a.${marked.id}`, marked.type, pick),
    at: [at],
    text,
  }
}

/** What surrounds the answers to any form. */
export const anySurroundings: Surroundings = {
  round: { year: 2020, deadline: '2021-01-15T22:59:59.999Z' },
  agency: { name: 'Länsstyrelsen Stockholm', contact: {} },
  recipient: {
    name: 'Huddinge kommun',
    shortName: 'Huddinge',
    code: '0126',
    orgNumber: '212000-0068',
    contact: { town: 'Huddinge' },
  },
  award: { kronor: 1127386, posts: 280 },
  rates: { unitAmount: 402638 },
}
