import { canonicalText, sha256Hex } from './canonical'
import { ExpressionCompiler, type Known, refuseCircles } from './compile-expressions'
import type { CompiledForm, Explanation } from './compiled-form'
import { type FormDefinition, formDefinition, identifier, type Page, type Question } from './definition'
import { explainKey } from './draft'
import { expandChecks } from './expand-checks'
import { refuseOddFigures } from './figures'
import { refuseLeaks } from './internal-pages'
import type { FormKinds } from './kind-port'
import { localTexts, placeOf } from './local-texts'
import { movedChecks } from './moved-checks'
import { didYouMean } from './nearest'
import { refusePrivateTitles } from './private-titles'
import { FormProblems, type Problem, type Report } from './problems'
import { rateId, refuseOddRates } from './rates'
import { readYaml } from './read-yaml'
import { placeIn, writeOutPages } from './repeated-pages'
import { tablesOf, withRowChoices } from './row-choices'
import { inWords } from './schema-words'
import { Schemas } from './schemas'
import { vocabularyOf } from './scope'
import { stopsOf } from './stops'
import type { ValueType } from './value-type'

export type { CompiledForm } from './compiled-form'
export { FormProblems, type Problem } from './problems'

/**
 * Reads a definition from YAML 1.2 or JSON and compiles it.
 *
 * @throws FormProblems with everything that is wrong, each with its place and, where it can be told, its line
 */
export function parseForm(source: string, kinds: FormKinds): CompiledForm {
  const { content, lineOf } = readYaml(source)
  try {
    return compileForm(content, kinds)
  } catch (error) {
    if (!(error instanceof FormProblems)) throw error
    throw new FormProblems(error.problems.map((problem) => ({ ...problem, line: lineOf(problem.place) })))
  }
}

/**
 * Checks a definition, whole, and makes it ready for judging: form, ids, kinds and their options, references, and the
 * type of every expression, also of those in texts.
 *
 * @param when `stored` for a form that has been published: rules that are there for whoever writes one, and may be newer than
 * the form, do not keep its cases from being read
 * @throws FormProblems with everything that is wrong, each with its place
 */
export function compileForm(
  source: unknown,
  kinds: FormKinds,
  when: 'publishing' | 'stored' = 'publishing',
): CompiledForm {
  const definition = wellFormed(source)
  const problems: Problem[] = []
  const report: Report = (place, message, only) => {
    if (only === undefined || only === when) problems.push({ place, message })
  }

  const { pages: written, repeated } = writeOutPages(definition.pages, report)
  const whole = { ...definition, pages: written }
  refuseRepeatedIds(whole, report)
  const { known, broken, pages } = withKinds(whole, kinds, report)
  const checks = [
    ...expandChecks(definition.checks, report).map((check) => ({
      ...check,
      at: check.at.map((place) => placeIn(repeated, place)),
    })),
    ...movedChecks([...known.values()].map(withPlace), report),
  ]
  refuseRepeated(
    checks.map(({ id }) => id),
    'checks',
    report,
  )
  refuseLooseEnds(whole, known, broken, report)
  refuseRepeated(
    (definition.signers ?? []).map(({ id }) => id),
    'signers',
    report,
  )

  const types = new Map([...known].map(([id, { type }]) => [id, type]))
  const vocabulary = vocabularyOf(types, definition.rates, {
    repeated,
    was: new Map([...known].flatMap(([id, { question }]) => (question.was === undefined ? [] : [[id, question.was]]))),
  })
  const compiler = new ExpressionCompiler(vocabulary, broken, kinds, report)
  const compiledQuestions = new Map([...known].map(([id, each]) => [id, compiler.question(each)]))
  const compiledChecks = checks.flatMap((check) => compiler.check(check, compiledQuestions) ?? [])
  const stopsBefore = stopsOf(compiledChecks, pages, report)
  const compiledPages = new Map(pages.map((page, index) => [page.id, compiler.page(page, stopsBefore(index))]))
  const ofRows = new Set(checks.filter(({ rows }) => rows !== undefined))
  compiler.templates(localTexts({ ...definition, checks: checks.filter((check) => !ofRows.has(check)), pages }, ''))
  // A row's text without its row says «–» for what it would say of it.
  const ofEachRow = compiledChecks.flatMap(({ texts }) => [...(texts ?? [])])
  const templates = new Map([...ofEachRow, ...compiler.compiledTemplates])
  refusePrivateTitles(definition, pages, { questions: compiledQuestions, templates }, report)
  refuseCircles(compiledQuestions, compiledPages, report)
  refuseLeaks(
    definition,
    pages,
    {
      questions: compiledQuestions,
      pages: compiledPages,
      checks: compiledChecks,
      templates,
    },
    report,
  )

  if (problems.length > 0) throw new FormProblems(problems)
  const find = (id: string) => {
    const found = compiledQuestions.get(id)
    if (!found) throw new RangeError(`The form «${definition.id}» has no question «${id}».`)
    return found
  }
  return {
    definition,
    hash: sha256Hex(canonicalText(definition)),
    pages,
    questions: new Map([...known].map(([id, { question }]) => [id, question])),
    checks,
    pageOf: (id) => find(id).page,
    kind: (id) => find(id).kind,
    type: (id) => find(id).type,
    compiled: {
      questions: compiledQuestions,
      pages: compiledPages,
      checks: compiledChecks,
      templates,
      vocabulary,
      schemas: new Schemas(),
      optionConditions: compiler.optionConditions,
      explanation: explanationBy(kinds),
    },
  }
}

/** The officer's words on a warning are read as the answer to a question for text: cleaned, and refused if too long. */
function explanationBy(kinds: FormKinds): Explanation | undefined {
  const kind = kinds('text')
  const options = kind?.options.safeParse({ multiline: true, maxLength: 2000 })
  if (!kind || !options?.success) return undefined
  const label = { sv: 'Förklaring', en: 'Explanation' }
  // No question of a form can have this id.
  const id = explainKey('')
  return {
    kind,
    question: { id, kind: kind.name, label, optional: true, locked: false, options: asRecord(options.data) },
  }
}

const withPlace = (known: Known) => ({
  ...known,
  place: `pages.${known.page.id}.questions.${known.question.id}`,
})

function wellFormed(source: unknown): FormDefinition {
  const { data, error } = formDefinition.safeParse(source, { error: inWords })
  if (data) return data
  throw new FormProblems(
    (error?.issues ?? []).map(({ path, message }) => ({ place: placeOf(source, path) || 'form', message })),
  )
}

/** A definition whose repeated pages are written out. */
type Whole = Omit<FormDefinition, 'pages'> & { readonly pages: readonly Page[] }

function refuseRepeated(ids: readonly string[], place: string, report: Report): void {
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) report(`${place}.${id}`, `The id «${id}» is there more than once.`)
    seen.add(id)
  }
}

function refuseRepeatedIds({ pages, rates }: Whole, report: Report): void {
  refuseRepeated(
    pages.map(({ id }) => id),
    'pages',
    report,
  )
  refuseRepeated(rates.map(rateId), 'rates', report)
  refuseOddRates(rates, report)
  const pageOf = new Map<string, string>()
  for (const page of pages) {
    for (const { id } of page.questions) {
      const other = pageOf.get(id)
      if (other !== undefined) {
        report(`pages.${page.id}.questions.${id}`, `The id «${id}» is taken by a question on the page «${other}».`)
      }
      pageOf.set(id, page.id)
    }
  }
}

interface WithKinds {
  readonly known: ReadonlyMap<string, Known>
  /** Ids of questions whose kind or options are wrong. */
  readonly broken: ReadonlySet<string>
  readonly pages: readonly Page[]
}

function withKinds({ pages }: Whole, kinds: FormKinds, report: Report): WithKinds {
  const known = new Map<string, Known>()
  const broken = new Set<string>()
  const ready = pages.map((page): Page => {
    const questions = page.questions.map((question): Question => {
      const place = `pages.${page.id}.questions.${question.id}`
      const kind = kinds(question.kind)
      if (!kind) {
        const meant = didYouMean(question.kind, kinds.names())
        report(`${place}.kind`, `There is no kind of question called «${question.kind}».${meant}`)
      }
      const options = kind?.options.safeParse(question.options, { error: inWords })
      for (const issue of options?.error?.issues ?? []) {
        report([`${place}.options`, placeOf(question.options, issue.path)].filter(Boolean).join('.'), issue.message)
      }
      return options?.success ? { ...question, options: asRecord(options.data) } : question
    })
    return { ...page, questions }
  })
  ready.forEach((page, index) => {
    for (const [at, question] of page.questions.entries()) {
      const kind = kinds(question.kind)
      // The options are new when the kind has parsed them.
      if (!kind || question === pages[index]?.questions[at]) {
        broken.add(question.id)
        continue
      }
      const type = kind.type(question.options)
      refuseOddNames(type, `pages.${page.id}.questions.${question.id}.options`, report)
      known.set(question.id, { question, kind, type, page, tables: tablesOf(type) })
    }
  })
  return { ...withRowChoices(known, broken, ready, report), broken }
}

function asRecord(options: unknown): Record<string, unknown> {
  return typeof options === 'object' && options !== null ? { ...options } : {}
}

/** Rows and columns are read as `a.clients.total.women`, so their ids are identifiers, too. */
function refuseOddNames(type: ValueType, place: string, report: Report): void {
  if (type.type === 'list') refuseOddNames(type.of, place, report)
  if (type.type !== 'object') return
  for (const [name, field] of Object.entries(type.fields)) {
    const issue = identifier.safeParse(name).error?.issues[0]
    if (issue) report(`${place}.${name}`, issue.message)
    refuseOddNames(field, place, report)
  }
}

/** What refers to a question refers to one that is there, and what belongs together is together. */
function refuseLooseEnds(
  { pages, figures, joint }: Whole,
  known: ReadonlyMap<string, Known>,
  broken: ReadonlySet<string>,
  report: Report,
): void {
  for (const page of pages) {
    const before = new Set<string>()
    for (const question of page.questions) {
      const place = `pages.${page.id}.questions.${question.id}`
      if (question.follows !== undefined && !before.has(question.follows)) {
        const meant = didYouMean(question.follows, before)
        report(`${place}.follows`, `There is no question «${question.follows}» before this one on the page.${meant}`)
      }
      if (question.value !== undefined && question.prefill !== undefined) {
        report(`${place}.prefill`, 'A computed question is never filled in.')
      }
      if (question.locked && question.prefill === undefined) {
        report(`${place}.locked`, 'Only what is filled in by «prefill» can be locked.')
      }
      if (question.was !== undefined && known.has(question.was)) {
        report(`${place}.was`, `«${question.was}» is a question of this form, with a last year of its own.`)
      }
      before.add(question.id)
    }
  }
  if (joint && !broken.has(joint.partners) && known.get(joint.partners)?.question.kind !== 'municipalities') {
    const all = [...known.values()].flatMap(({ question: { id, kind } }) => (kind === 'municipalities' ? [id] : []))
    report('joint.partners', `«${joint.partners}» is no question for municipalities.${didYouMean(joint.partners, all)}`)
  }
  refuseOddFigures(figures, known, broken, report)
}
