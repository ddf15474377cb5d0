import { formatDateTime } from '~/forms/format'
import type { Context } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { openConflicts } from './answers.store.server'
import { checkCase } from './check.server'
import { formContext } from './context.server'
import { type CaseHeading, caseHeading } from './heading.server'
import { labelOf, typedText } from './history.server'
import { loadHistory } from './history.store.server'
import { readAt, writeAt } from './value-path'

export interface ShownConflict {
  readonly id: string
  readonly page: string
  readonly pageTitle: string
  readonly label: string
  /** The value that stands, and the one that waits, each with whose it is and when. */
  readonly standing: { readonly text: string; readonly by: string; readonly me: boolean; readonly at: string }
  readonly waiting: { readonly text: string; readonly by: string; readonly me: boolean; readonly at: string }
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
  const text: Context['text'] = (local) => resolveText(form, local, language, { surroundings: stored.surroundings })
  const show = typedText(form, { ...formContext(language, stored.recipientCode), text })
  const titles = new Map(
    judgement.pages.map(({ page, title }) => [page.id, page.number ? `${page.number}. ${title}` : title]),
  )
  const conflicts = open.map((conflict): ShownConflict => {
    const { key, path, mine } = conflict
    const standing = stored.draft[key] ?? null
    const last = history.find(({ entries }) => entries.some((entry) => entry.key === key))
    const cell = (value: typeof standing) => {
      const inner = readAt(value, path)
      return path.length > 0 && typeof inner === 'string' ? inner : show(key, value)
    }
    return {
      id: conflict.id,
      page: conflict.page,
      pageTitle: titles.get(conflict.page) ?? '',
      label: [labelOf(form, key, text), ...path].join(', '),
      standing: {
        text: cell(standing),
        by: last?.by.name ?? '',
        me: last?.by.id === userId,
        at: last ? formatDateTime(last.at, language) : '',
      },
      waiting: {
        text: cell(writeAt(standing, path, mine)),
        by: conflict.mineBy.name,
        me: conflict.mineBy.id === userId,
        at: formatDateTime(conflict.mineAt, language),
      },
    }
  })
  return { heading: caseHeading(checked, language, now), conflicts }
}
