import type { CompiledForm } from '../app/forms/compile'
import type { Json } from '../app/forms/json'
import type { Issue, JudgedQuestion } from '../app/forms/judgement'
import { resolveText } from '../app/forms/texts'
import { kindOf } from '../app/kinds/registry.server'
import { type Command, flag, onlyArgument, Unusable } from './command'
import { loadNamedForm } from './form-source'
import { type JudgedAnswers, judgeFile } from './judge-answers'
import { surroundingsFlags, surroundingsUsage } from './surroundings'

/** An issue with everything that tells where it is. */
interface Located {
  readonly severity: Issue['severity']
  readonly page: { readonly id: string; readonly title: string }
  readonly question: { readonly id: string; readonly number?: string; readonly label: string }
  readonly row?: string
  readonly column?: string
  /** The row and column in words. */
  readonly cell?: string
  readonly field: string
  readonly message: string
  readonly check?: string
  readonly explanation?: string
}

export const formCheck: Command = {
  usage: `<form or file> --answers <file> ${surroundingsUsage} [--language sv|en]`,
  summary: 'Judges answers (JSON or YAML, by question id): errors, warnings and computed values.',
  options: { answers: { type: 'string' }, language: { type: 'string' }, ...surroundingsFlags },
  async run(positionals, flags) {
    const form = await loadNamedForm(onlyArgument(positionals, 'form'))
    const answers = flag(flags, 'answers')
    if (answers === undefined) throw new Unusable('Which answers? --answers <file>')
    const judged = await judgeFile(form, answers, flags)
    const { judgement, context, unknown, contradicted } = judged
    const issues = judgement.issues.map((issue) => locate(issue, form, judged))
    const errors = issues.filter(({ severity }) => severity === 'error')
    const warnings = issues.filter(({ severity }) => severity === 'warning')
    const unexplained = warnings.filter(({ explanation }) => explanation === undefined)
    const computed = computedOf(judged)
    const valid = judgement.complete && unknown.length === 0 && contradicted.length === 0
    const title = resolveText(form, form.definition.title, context.language, { surroundings: judged.surroundings })
    return {
      code: valid ? 0 : 1,
      text: [
        `${title} (${form.definition.id})`,
        '',
        ...unknown.map((key) => `ERROR    «${key}» is no question of this form.\n`),
        ...contradicted.map(
          ({ question, given, computed }) =>
            `ERROR    «${question}» is computed: ${JSON.stringify(computed)}, not ${JSON.stringify(given)}.\n`,
        ),
        ...errors.map(inWords),
        ...warnings.map(inWords),
        ...(computed.length > 0
          ? [
              'Computed:',
              ...computed.map(({ id, label, value }) => `  ${id} = ${JSON.stringify(value)}  (${label})`),
              '',
            ]
          : []),
        valid
          ? `Valid: ${counted(Object.keys(judgement.values).length, 'answer')}, ${counted(warnings.length, 'explained warning')}.`
          : `Not valid: ${counted(errors.length + unknown.length + contradicted.length, 'error')}, ${counted(unexplained.length, 'warning')} without an explanation.`,
      ].join('\n'),
      json: {
        form: { id: form.definition.id, hash: form.hash },
        valid,
        errors,
        warnings,
        unknown,
        contradicted,
        computed: Object.fromEntries(computed.map(({ id, value }) => [id, value])),
        answers: judgement.values,
      },
    }
  },
}

function locate(issue: Issue, form: CompiledForm, judged: JudgedAnswers): Located {
  const { judgement } = judged
  const page = judgement.pages.find(({ page }) => page.id === issue.page)
  const question = page?.questions.find(({ question }) => question.id === issue.question)
  const [row, column] = issue.path
  const cell = question && cellLabel(question, issue.path, form, judged)
  return {
    severity: issue.severity,
    page: { id: issue.page, title: page?.title ?? issue.page },
    question: {
      id: issue.question,
      ...(question?.question.number !== undefined && { number: question.question.number }),
      label: question?.label ?? issue.question,
    },
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(cell !== undefined && { cell }),
    field: [issue.question, ...issue.path].join('.'),
    message: issue.message,
    ...(issue.check !== undefined && { check: issue.check }),
    ...(issue.explanation !== undefined && { explanation: issue.explanation }),
  }
}

/** The kind's own words for a cell: the heading of its column in an export. */
function cellLabel(
  { question }: JudgedQuestion,
  path: readonly string[],
  form: CompiledForm,
  { context, surroundings }: JudgedAnswers,
): string | undefined {
  if (path.length === 0) return undefined
  const words = {
    ...context,
    text: (text: { sv: string; en: string }) => resolveText(form, text, context.language, { surroundings }),
  }
  return kindOf(question.kind)
    ?.columns(question, words)
    .find(({ id }) => id === path.join('.'))?.label
}

function inWords(issue: Located): string {
  const word = issue.severity === 'error' ? 'ERROR   ' : issue.explanation === undefined ? 'WARNING ' : 'EXPLAINED'
  const place = [
    `page «${issue.page.title}»`,
    `question ${issue.question.number ? `${issue.question.number} ` : ''}«${issue.question.label}»`,
    ...(issue.cell ? [`«${issue.cell}»`] : []),
    ...(issue.row && !issue.cell ? [`row ${issue.row}`] : []),
    ...(issue.column && !issue.cell ? [`column ${issue.column}`] : []),
  ]
  const about = issue.check === undefined ? issue.field : `${issue.field}, check ${issue.check}`
  const lines = [`${word} ${place.join(', ')}  [${about}]`, `         ${issue.message}`]
  if (issue.explanation !== undefined) lines.push(`         Explained: ${issue.explanation}`)
  return `${lines.join('\n')}\n`
}

function computedOf({ judgement }: JudgedAnswers): { id: string; label: string; value: Json }[] {
  return judgement.pages
    .flatMap(({ questions }) => questions)
    .filter(({ computed, visible, value }) => computed && visible && value !== undefined)
    .map(({ question, label, value }) => ({ id: question.id, label, value: value ?? null }))
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
