import type { CompiledForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { judge } from '~/forms/judge'
import type { Context } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { translator } from '~/platform/i18n/translator.server'
import { displayText } from '~/views/summary/display-text'
import { type OpenConflict, openConflicts } from './answers.store.server'
import { type CheckedCase, checkCase } from './check.server'
import { formContext } from './context.server'
import { type CaseHeading, caseHeading } from './heading.server'
import { displayOf, labelOf } from './history.server'
import { loadHistory } from './history.store.server'
import { readAt, writeAt } from './value-path'
import { when } from './when'

export interface ShownConflict {
  readonly id: string
  readonly page: string
  readonly pageTitle: string
  readonly label: string
  /** The value that stands, and the one that waits, each with whose it is and when. */
  readonly standing: ShownValue
  readonly waiting: ShownValue
}

export interface ShownValue {
  readonly text: string
  readonly by: string
  readonly me: boolean
  readonly at: string
  /** What is computed otherwise than with the other value: «Kvar att betala tillbaka: 44 446 kr». */
  readonly makes: readonly string[]
}

/** The conflicts of a case that wait for a choice: both values, by whom and when. */
export async function conflictsOfCase(
  caseId: string,
  userId: string,
  language: Language,
  now: Date,
): Promise<{ heading: CaseHeading; conflicts: readonly ShownConflict[] }> {
  const checked = await checkCase(caseId, language)
  const { form, judgement, stored } = checked
  const [open, history] = await Promise.all([openConflicts(caseId), loadHistory(caseId, 200)])
  const t = translator(language, 'case')
  const text: Context['text'] = (local) => resolveText(form, local, language, { surroundings: stored.surroundings })
  const context: Context = { ...formContext(language, stored.recipientCode), text }
  const titles = new Map(
    judgement.pages.map(({ page, title }) => [page.id, page.number ? `${page.number}. ${title}` : title]),
  )
  const conflicts = open.map((conflict): ShownConflict => {
    const { key, path, mine } = conflict
    const standing = stored.draft[key] ?? null
    const waiting = writeAt(standing, path, mine)
    const [ofStanding, ofWaiting] = consequences(checked, key, [standing, waiting], context)
    const last = history.find(({ entries }) => entries.some((entry) => entry.key === key))
    return {
      id: conflict.id,
      page: conflict.page,
      pageTitle: titles.get(conflict.page) ?? '',
      label: [labelOf(form, key, text), placeOf(form, conflict, standing, context)].filter(Boolean).join(', '),
      standing: {
        text: shownAt(form, conflict, standing, context),
        by: last?.by.name ?? '',
        me: last?.by.id === userId,
        at: last ? when(last.at, now, language, t) : '',
        makes: ofStanding,
      },
      waiting: {
        text: shownAt(form, conflict, waiting, context),
        by: conflict.mineBy.name,
        me: conflict.mineBy.id === userId,
        at: when(conflict.mineAt, now, language, t),
        makes: ofWaiting,
      },
    }
  })
  return { heading: caseHeading(checked, language, now), conflicts }
}

type Place = Pick<OpenConflict, 'key' | 'path'>

/** What the form would reckon with each of two answers to a question, where that differs. */
function consequences(
  { form, stored }: CheckedCase,
  key: string,
  [one, other]: readonly [Json, Json],
  context: Context,
): readonly [readonly string[], readonly string[]] {
  const computedWith = (answer: Json) => {
    const draft = answer === null ? omit(stored.draft, key) : { ...stored.draft, [key]: answer }
    const questions = judge(form, draft, stored.surroundings, context).pages.flatMap(({ questions }) => questions)
    return questions.flatMap(({ question, computed, visible, label, value }) =>
      computed && visible && value !== undefined
        ? [`${label}: ${displayText(form.kind(question.id).display(question, value, context))}`]
        : [],
    )
  }
  const [withOne, withOther] = [computedWith(one), computedWith(other)]
  return [withOne.filter((line) => !withOther.includes(line)), withOther.filter((line) => !withOne.includes(line))]
}

const omit = (draft: Draft, key: string): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([id]) => id !== key))

/** The value at the place of a conflict, as people read it. */
function shownAt(form: CompiledForm, { key, path }: Place, value: Json, context: Context): string {
  const part = path.length === 0 ? value : writeAt(null, path, readAt(value, path))
  const display = displayOf(form, context, key, part)
  const row = display.type === 'table' && display.rows.find(({ id }) => id === path[0])
  const cell = row ? row.cells.find((each) => each !== '') : undefined
  return cell ?? displayText(display)
}

/** «Totalt antal, Kvinnor»; '' for a question that is one place. */
function placeOf(form: CompiledForm, { key, path }: Place, standing: Json, context: Context): string {
  const question = form.questions.get(key)
  return question ? form.kind(key).nameOf(question, path, standing, context) : ''
}
