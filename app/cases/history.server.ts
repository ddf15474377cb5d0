import type { CompiledForm } from '~/forms/compile'
import { formatDateTime } from '~/forms/format'
import type { Json } from '~/forms/json'
import type { Context } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { kindOf } from '~/kinds/registry.server'
import { displayText } from '~/views/summary/display-text'
import { checkCase } from './check.server'
import { formContext } from './context.server'
import { type CaseHeading, caseHeading } from './heading.server'
import { loadHistory } from './history.store.server'

export interface HistoryEntry {
  readonly key: string
  readonly label: string
  readonly before: string
  readonly after: string
}

export interface HistoryRow {
  readonly revision: number
  readonly at: string
  readonly by: string
  readonly page: string | null
  readonly entries: readonly HistoryEntry[]
}

/** Who changed what, the latest first, fifty at a time. */
export async function historyOfCase(
  caseId: string,
  language: Language,
  now: Date,
  before?: number,
): Promise<{ heading: CaseHeading; rows: readonly HistoryRow[]; older: number | null }> {
  const checked = await checkCase(caseId, language)
  const { form, judgement, stored } = checked
  const changes = await loadHistory(caseId, 51, before)
  const titles = new Map(judgement.pages.map(({ page, title }) => [page.id, title]))
  const text: Context['text'] = (local) => resolveText(form, local, language, { surroundings: stored.surroundings })
  const context: Context = { ...formContext(language, stored.recipientCode), text }
  const show = typedText(form, context)
  return {
    heading: caseHeading(checked, language, now),
    rows: changes.slice(0, 50).map(({ revision, at, by, page, entries }) => ({
      revision,
      at: formatDateTime(at, language),
      by: by.name,
      page: page === null ? null : (titles.get(page) ?? page),
      entries: entries.map(({ key, before: old, after }) => ({
        key,
        label: labelOf(form, key, text),
        before: show(key, old),
        after: show(key, after),
      })),
    })),
    older: changes.length > 50 ? (changes[49]?.revision ?? null) : null,
  }
}

/** What was typed in an answer, in one line, by the question's kind. */
export function typedText(form: CompiledForm, context: Context): (key: string, typed: Json) => string {
  return (key, typed) => {
    if (typed === null) return ''
    const question = form.questions.get(key)
    const kind = question && kindOf(question.kind)
    if (!question || !kind) return typeof typed === 'string' ? typed : ''
    return displayText(kind.displayTyped(question, typed, context))
  }
}

export function labelOf(form: CompiledForm, key: string, text: Context['text']): string {
  const question = form.questions.get(key)
  if (question) return text(question.label)
  const check = form.definition.checks.find(({ id }) => key === `explain:${id}`)
  return check ? text(check.text) : key
}
