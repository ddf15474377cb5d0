import type { CompiledForm } from '~/forms/compile'
import type { Page, Question } from '~/forms/definition'
import { type Display, type FileValue, filesOf } from '~/forms/display'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import type { Context, FormContext } from '~/forms/kind-port'
import type { CaseRecord } from '~/forms/record'
import type { Surroundings } from '~/forms/surroundings'
import { resolveText } from '~/forms/texts'
import { type AnyKind, kindOf } from '~/kinds/registry.server'
import { fill, pdfWords } from '../pdf/words'
import type { Summary, SummaryAnswer, SummaryGroup, SummaryPage } from './summary'

/**
 * What is summed up: a draft as it was judged, the form before anything is filled in (locked values are there), or a
 * frozen record, which needs nothing but itself and its form version.
 */
export type SummarySource =
  | { readonly state: 'draft' | 'empty'; readonly judgement: Judgement; readonly surroundings: Surroundings }
  | { readonly state: 'record'; readonly record: CaseRecord }

/**
 * A form with its answers, in the context's language and the form's order. Of a draft: what is visible. Of a record:
 * everything that was answered, and what was asked and left open. Of an empty form: every question, hidden follow-ups
 * too. The form must be the version that the source was made with.
 */
export function summarise(form: CompiledForm, source: SummarySource, context: FormContext): Summary {
  const view = source.state === 'record' ? ofRecord(form, source.record, context) : ofDraft(form, source, context)
  // What is for the recipient alone stands only in the recipient's own draft.
  const shown = form.pages.filter(({ internal }) => !internal || source.state === 'draft')
  const pages = shown.flatMap((page) => summaryPage(view, page) ?? [])
  const { agency } = view.surroundings
  const to = fill(pdfWords(context.language).to, { agency: agency.name })
  return {
    language: context.language,
    title: view.text(form.definition.title),
    subtitle: [to, form.definition.legalBasis].filter(Boolean).join(' · '),
    pages,
    attachments: allFiles(pages),
  }
}

/** The questions of a summary, and how each is answered. */
interface View {
  readonly form: CompiledForm
  readonly surroundings: Surroundings
  readonly empty: boolean
  readonly text: Context['text']
  readonly context: Context
  /** Undefined: not asked. */
  answer(question: Question): Pick<SummaryAnswer, 'status' | 'display'> | undefined
  explanations(questionId: string): SummaryAnswer['explanations']
}

const notAnswered = { status: 'notAnswered', display: { type: 'empty' } } as const

function viewOf(
  form: CompiledForm,
  surroundings: Surroundings,
  values: Readonly<Record<string, Json>>,
  formContext: FormContext,
): Omit<View, 'answer' | 'explanations'> {
  const text: Context['text'] = (local) => resolveText(form, local, formContext.language, { surroundings, values })
  return { form, surroundings, empty: false, text, context: { ...formContext, text } }
}

function ofDraft(
  form: CompiledForm,
  { state, judgement, surroundings }: Extract<SummarySource, { judgement: Judgement }>,
  formContext: FormContext,
): View {
  const base = viewOf(form, surroundings, judgement.values, formContext)
  const judged = new Map(judgement.pages.flatMap((page) => page.questions.map((each) => [each.question.id, each])))
  if (state === 'empty') {
    return {
      ...base,
      empty: true,
      answer: (question) => {
        const value = judged.get(question.id)?.locked ? judgement.values[question.id] : undefined
        return value === undefined ? notAnswered : shown(base.context, question, value)
      },
      explanations: () => [],
    }
  }
  return {
    ...base,
    answer: (question) => {
      const each = judged.get(question.id)
      if (!each?.visible) return undefined
      const value = judgement.values[question.id]
      if (value !== undefined) return shown(base.context, each.question, value)
      if (each.status !== 'unreadable' || each.typed === undefined) return notAnswered
      const display = kindFor(question).displayTyped(each.question, each.typed, base.context)
      return { status: 'unreadable', display }
    },
    explanations: (id) =>
      judgement.issues.flatMap(({ check, question, message, explanation }) =>
        check && question === id && explanation ? [{ check, question: message, words: explanation }] : [],
      ),
  }
}

function ofRecord(form: CompiledForm, record: CaseRecord, formContext: FormContext): View {
  const { answers, explanations, surroundings } = record
  const base = viewOf(form, surroundings, answers, formContext)
  // What was asked and left open is not in the record: the form version tells it, judged anew. An answer that is in the
  // record is shown whatever the judgement says.
  const { pages, issues } = judge(form, draftOf(form, answers), surroundings, formContext)
  const asked = new Map(
    pages
      .flatMap((page) => page.questions.filter((each) => each.visible))
      .map((each) => [each.question.id, each.question] as const),
  )
  // A rule that is judged row by row names the rows.
  const messageOf = (id: string) => issues.find(({ check }) => check === id)?.message
  return {
    ...base,
    answer: (question) => {
      const value = answers[question.id]
      if (value !== undefined) return shown(base.context, asked.get(question.id) ?? question, value)
      return asked.has(question.id) ? notAnswered : undefined
    },
    explanations: (id) =>
      form.checks.flatMap((check) => {
        const words = explanations[check.id]
        return words !== undefined && questionOf(check.at[0]) === id
          ? [{ check: check.id, question: messageOf(check.id) ?? base.text(check.text), words }]
          : []
      }),
  }
}

/** Canonical answers as what would have been typed. */
export function draftOf(form: CompiledForm, answers: Readonly<Record<string, Json>>): Draft {
  const typed = Object.entries(answers).flatMap(([id, value]): [string, Json][] => {
    const question = form.questions.get(id)
    const read = question && !question.value ? kindFor(question).read(value, question) : undefined
    return read === undefined ? [] : [[id, read]]
  })
  return Object.fromEntries(typed)
}

function shown(context: Context, question: Question, value: Json): Pick<SummaryAnswer, 'status' | 'display'> {
  return { status: 'answered', display: kindFor(question).display(question, value, context) }
}

function kindFor(question: Question): AnyKind {
  const kind = kindOf(question.kind)
  if (!kind) throw new RangeError(`There is no kind «${question.kind}».`)
  return kind
}

/** The question of a place («clients.women.total»). */
function questionOf(place: string | undefined): string | undefined {
  return place?.split('.')[0]
}

function summaryPage(view: View, page: Page): SummaryPage | undefined {
  const groups: { title?: string; answers: SummaryAnswer[] }[] = []
  // A heading holds on when the question that carries it is hidden.
  let heading: Question['group']
  let current: (typeof groups)[number] | undefined
  for (const question of page.questions) {
    if (question.group) {
      heading = question.group
      current = undefined
    }
    const answer = summaryAnswer(view, question)
    if (!answer) continue
    if (!current) {
      current = { answers: [], ...(heading && { title: view.text(heading) }) }
      groups.push(current)
    }
    current.answers.push(answer)
  }
  const text = view.empty ? printedText(view, page) : undefined
  if (groups.length === 0 && text === undefined) return undefined
  return {
    id: page.id,
    title: page.internal
      ? `${view.text(page.title)} (${pdfWords(view.context.language).internal})`
      : view.text(page.title),
    groups: groups satisfies SummaryGroup[],
    ...(page.number !== undefined && { number: page.number }),
    ...(text !== undefined && { text }),
  }
}

/** What a page says before its questions, on an empty form. */
function printedText(view: View, { lead, text }: Page): string | undefined {
  const parts = [lead, text].flatMap((part) => (part ? [view.text(part)] : []))
  return parts.length > 0 ? parts.join('\n\n') : undefined
}

function summaryAnswer(view: View, question: Question): SummaryAnswer | undefined {
  const answer = view.answer(question)
  if (!answer) return undefined
  const computed = view.empty && question.value !== undefined
  const blank = view.empty && answer.status === 'notAnswered' && !computed
  return {
    id: question.id,
    label: labelOf(view, question),
    ...answer,
    ...(computed && { display: { type: 'text', text: pdfWords(view.context.language).computed } as const }),
    explanations: view.explanations(question.id),
    ...(question.number !== undefined && { number: question.number }),
    ...(question.follows !== undefined && { follows: question.follows }),
    ...(blank && { blank: kindFor(question).blank(question, view.context) }),
    ...(blank && question.help && { help: view.text(question.help) }),
  }
}

/** On an empty form, as on its pages, it says what need not be answered. */
function labelOf(view: View, { label, optional }: Question): string {
  const text = view.text(label)
  return view.empty && optional === true ? `${text} (${pdfWords(view.context.language).optional})` : text
}

function allFiles(pages: readonly SummaryPage[]): FileValue[] {
  const displays: Display[] = pages.flatMap((page) =>
    page.groups.flatMap((group) => group.answers.map((answer) => answer.display)),
  )
  const files = displays.flatMap(filesOf)
  return [...new Map(files.map((file) => [`${file.sha256} ${file.name}`, file])).values()]
}
