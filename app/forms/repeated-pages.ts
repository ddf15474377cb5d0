import { z } from 'zod'
import { localText, type Page } from './definition'
import { type NamedPart, withIds, withWords } from './named-parts'
import { didYouMean } from './nearest'
import type { Report } from './problems'
import type { ValueType } from './value-type'

/** A page that is asked once for each of several things. */
export interface Repeated {
  /** What it is repeated for, by id, in order. */
  readonly elements: readonly string[]
  /** The ids of its questions, as they are written on the page. */
  readonly questions: readonly string[]
}

/** By the id that the page has in the definition. */
export type RepeatedPages = ReadonlyMap<string, Repeated>

/** The id of one repetition of a page or a question. No written id holds this sign, so none is taken. */
export const repetitionId = (id: string, element: string) => `${id}_${element}`

const mostPages = 200

/**
 * Writes out the pages that repeat: one for each element, with ids of its own and every `$name` replaced. From there on
 * they are pages like others, so that whatever works for a page works for them.
 */
export function writeOutPages(
  pages: readonly Page[],
  report: Report,
): { readonly pages: readonly Page[]; readonly repeated: RepeatedPages } {
  const repeated = new Map<string, Repeated>()
  const questions = pages.filter(({ repeat }) => !repeat).flatMap((page) => page.questions)
  const all = pages.flatMap((page) => {
    if (!page.repeat) return [page]
    const place = `pages.${page.id}.repeat`
    const refuse = (message: string) => {
      report(place, message)
      return []
    }
    const { name, over, of } = page.repeat
    if ((over === undefined) === (of === undefined))
      return refuse('Either «over» or «of» says what it is repeated for.')
    if (pages.some(({ questions }) => questions.some(({ id }) => id === page.id))) {
      return refuse(`The id «${page.id}» is taken by a question; expressions would mistake one for the other.`)
    }
    if (Object.values(page.title).some((title) => !title.includes(`$${name}`))) {
      return refuse(`The title must hold «$${name}», so that the pages can be told apart.`)
    }
    const asked = questions.find(({ id }) => id === over)
    if (over !== undefined && !asked) {
      const meant = didYouMean(
        over,
        questions.map(({ id }) => id),
      )
      return refuse(`There is no question «${over}» on a page that is not repeated.${meant}`)
    }
    const elements = asked ? elementsOf(asked) : of?.map((each) => ({ ...each, chosen: undefined }))
    if (!elements) return refuse(`The question «${over}» is neither choices nor a yes-no-list.`)
    if (elements.length > mostPages) return refuse(`${elements.length} pages are too many; at most ${mostPages}.`)
    if (new Set(elements.map(({ id }) => id)).size < elements.length) return refuse('Two of the ids are the same.')
    repeated.set(page.id, {
      elements: elements.map(({ id }) => id),
      questions: page.questions.map(({ id }) => id),
    })
    return elements.map(({ id, as, chosen }) => repetition(page, { name, id, as }, chosen))
  })
  return { pages: all, repeated }
}

interface Element {
  readonly id: string
  readonly as: z.output<typeof localText>
  /** True when it is chosen. */
  readonly chosen: string | undefined
}

const labelled = z.array(z.object({ id: z.string(), label: localText, exclusive: z.boolean().optional() }))

/** An exclusive option («none of these») is nothing to ask more of. */
function elementsOf({ id, kind, options }: Page['questions'][number]): readonly Element[] | undefined {
  const list = labelled.safeParse(kind === 'choices' ? options.options : kind === 'yes-no-list' && options.rows).data
  return list
    ?.filter(({ exclusive }) => !exclusive)
    .map((each) => ({
      id: each.id,
      as: each.label,
      chosen: kind === 'choices' ? `'${each.id}' in a.${id}.chosen` : `a.${id}.${each.id}.orValue(false)`,
    }))
}

function repetition(page: Page, part: NamedPart, chosen: string | undefined): Page {
  const { repeat: _, questions, ...rest } = page
  const own = (id: string) => repetitionId(id, part.id)
  const shell = replaced(rest, part)
  const conditions = [chosen, shell.visible].filter((condition) => condition !== undefined)
  return {
    ...shell,
    id: own(page.id),
    ...(conditions.length > 0 && { visible: conditions.map((each) => `(${each})`).join(' && ') }),
    questions: questions.map((question) => ({
      ...replaced(question, part),
      id: own(question.id),
      ...(question.follows !== undefined && { follows: own(question.follows) }),
      ...(question.was !== undefined && { was: own(question.was) }),
    })),
  }
}

/** Texts get the words, every other string the id. */
function replaced<Piece>(piece: Piece, part: NamedPart): Piece
function replaced(piece: unknown, part: NamedPart): unknown {
  if (typeof piece === 'string') return withIds([part])(piece)
  if (Array.isArray(piece)) return piece.map((each) => replaced(each, part))
  if (typeof piece !== 'object' || piece === null) return piece
  const text = localText.safeParse(piece).data
  if (text) return withWords([part], text)
  return Object.fromEntries(Object.entries(piece).map(([key, each]) => [key, replaced(each, part)]))
}

/** What expressions see of repeated pages: for each element an object of its answers; as `rows`, those with answers. */
export function repeatedTypes(
  repeated: RepeatedPages,
  types: ReadonlyMap<string, ValueType>,
): ReadonlyMap<string, ValueType> {
  return new Map(
    [...repeated].map(([page, { elements, questions }]) => {
      const row = (element: string): ValueType => ({
        type: 'object',
        fields: Object.fromEntries(
          questions.flatMap((id) => {
            const type = types.get(repetitionId(id, element))
            return type ? [[id, type] as const] : []
          }),
        ),
      })
      return [
        page,
        { type: 'object', rows: true, fields: Object.fromEntries(elements.map((each) => [each, row(each)])) },
      ] as const
    }),
  )
}

/** The questions behind a path such as effort.home.costs; all that it may mean where it does not name one. */
export function questionsAt(
  repeated: RepeatedPages,
  question: string,
  path: readonly string[],
): readonly { readonly question: string; readonly path: readonly string[] }[] {
  const page = repeated.get(question)
  if (!page) return [{ question, path }]
  const [element = '', id = '', ...rest] = path
  const one = page.elements.includes(element) && page.questions.includes(id)
  const elements = page.elements.includes(element) ? [element] : page.elements
  return elements.flatMap((each) =>
    (one ? [id] : page.questions).map((asked) => ({ question: repetitionId(asked, each), path: one ? rest : [] })),
  )
}

/** A place that a check marks, «effort.home.costs», by the question's own id: «costs_home». */
export function placeIn(repeated: RepeatedPages, place: string): string {
  const [question = '', ...path] = place.split('.')
  const [first, second] = questionsAt(repeated, question, path)
  return first && !second ? [first.question, ...first.path].join('.') : place
}

/** The answers of a repeated page together, as its type says. */
export function repeatedValue<Value>(
  { elements, questions }: Repeated,
  answerTo: (question: string) => Value | undefined,
): Readonly<Record<string, Readonly<Record<string, Value>>>> {
  const rows = elements.map((element) => {
    const cells = questions.flatMap((id) => {
      const value = answerTo(repetitionId(id, element))
      return value === undefined ? [] : [[id, value] as const]
    })
    return [element, Object.fromEntries(cells)] as const
  })
  return Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells).length > 0))
}
