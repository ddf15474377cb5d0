import type { CompiledForm } from '~/forms/compile'
import type { Display, DisplayRow } from '~/forms/display'
import { formatDateTime } from '~/forms/format'
import type { Json } from '~/forms/json'
import type { Context } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { kindOf } from '~/kinds/registry.server'
import { displayText } from '~/views/summary/display-text'
import { checkCase } from './check.server'
import { formContext } from './context.server'
import { acceptedRevisions } from './contributions/contribution.store.server'
import { type CaseHeading, caseHeading } from './heading.server'
import { loadHistory } from './history.store.server'
import { sittings } from './sittings'

export interface HistoryEntry {
  readonly key: string
  /** The change that a restore undoes. */
  readonly revision: number
  readonly label: string
  readonly before: string
  readonly after: string
}

export interface HistoryRow {
  readonly revision: number
  readonly at: string
  readonly by: string
  /** Whose answers they were, where an officer accepted a contribution. */
  readonly from?: string | undefined
  readonly page: string | null
  readonly entries: readonly HistoryEntry[]
}

const pageSize = 400

/** Who changed what, the latest first, one sitting of one person on one page at a time. */
export async function historyOfCase(
  caseId: string,
  language: Language,
  now: Date,
  before?: number,
): Promise<{ heading: CaseHeading; rows: readonly HistoryRow[]; older: number | null }> {
  const checked = await checkCase(caseId, language)
  const { form, judgement, stored } = checked
  const [loaded, accepted] = await Promise.all([loadHistory(caseId, pageSize, before), acceptedRevisions(caseId)])
  const changes = loaded.map((change) => ({ ...change, from: accepted.get(change.revision) }))
  const titles = new Map(judgement.pages.map(({ page, title }) => [page.id, title]))
  const text: Context['text'] = (local) => resolveText(form, local, language, { surroundings: stored.surroundings })
  const context: Context = { ...formContext(language, stored.recipientCode), text }
  return {
    heading: caseHeading(checked, language, now),
    rows: sittings(changes).flatMap(({ revision, at, by, from, page, entries }) => {
      const shown = entries.flatMap(({ key, before: old, after, revision: first }) => {
        const texts = bothTexts(displayOf(form, context, key, old), displayOf(form, context, key, after))
        // «700000» became «700 000»: nothing that anybody asks about. Another file of the same name is.
        if (typeof old === 'string' && typeof after === 'string' && texts.before === texts.after) return []
        return [{ key, revision: first, label: labelOf(form, key, text), ...texts }]
      })
      if (shown.length === 0) return []
      const title = page === null ? null : (titles.get(page) ?? page)
      const whose = from === undefined ? {} : { from }
      return [{ revision, at: formatDateTime(at, language), by: by.name, ...whose, page: title, entries: shown }]
    }),
    older: changes.length === pageSize ? (changes.at(-1)?.revision ?? null) : null,
  }
}

/** The question's label; of an explanation, what was to be explained. */
export function labelOf(form: CompiledForm, key: string, text: Context['text']): string {
  const question = form.questions.get(key)
  if (question) return text(question.label)
  const check = form.checks.find(({ id }) => key === `explain:${id}`)
  return check ? text(check.text) : key
}

/** What was typed, right or wrong, as it is shown. */
export function displayOf(form: CompiledForm, context: Context, key: string, typed: Json): Display {
  if (typed === null) return { type: 'empty' }
  const question = form.questions.get(key)
  const kind = question && kindOf(question.kind)
  if (question && kind) return kind.displayTyped(question, typed, context)
  return typeof typed === 'string' ? { type: 'text', text: typed } : { type: 'empty' }
}

/** Before and after in one line each; of a table only the rows that are not the same. */
function bothTexts(before: Display, after: Display): { before: string; after: string } {
  if (before.type !== 'table' && after.type !== 'table') {
    return { before: displayText(before), after: displayText(after) }
  }
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const differs = (row: DisplayRow, others: readonly DisplayRow[]) =>
    others.find(({ id }) => id === row.id)?.cells.join() !== row.cells.join()
  const only = (rows: readonly DisplayRow[], others: readonly DisplayRow[]) =>
    rows
      .filter((row) => differs(row, others) && row.cells.some((cell) => cell !== ''))
      .map(({ label, cells }) => `${label}: ${cells.map((cell) => cell || '–').join(' / ')}`)
      .join('; ')
  return { before: only(old, now), after: only(now, old) }
}

const rowsOf = (display: Display): readonly DisplayRow[] => (display.type === 'table' ? display.rows : [])
