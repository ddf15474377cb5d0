import type { CompiledForm } from '~/forms/compile'
import { type FileValue, filesOf } from '~/forms/display'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { judge } from '~/forms/judge'
import type { Context } from '~/forms/kind-port'
import { readablePrevious } from '~/forms/readable-previous'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { PortalError } from '~/platform/errors'
import { storeAttachment } from './attachment.store.server'
import { loadCase, type StoredCase } from './case.store.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'
import { savePage } from './save-page.server'

export interface LikeLastYear {
  readonly caseId: string
  readonly pageId: string
  /** The one question that is asked for; without it, all of the page but its files. */
  readonly question?: string | undefined
  readonly userId: string
  readonly now: Date
  readonly language: Language
}

/** A chain of follow-ups is longer in no form. */
const longestChain = 20

/**
 * Answers as last year what nobody has answered yet on a page: what is there stays. Follow-ups that the copied answers
 * open are answered as well. Files are carried over only when their question is asked for by name.
 *
 * @returns how many questions were answered
 * @throws PortalError notFound, locked (a signature is asked for), closed (submitted)
 */
export async function likeLastYear(input: LikeLastYear): Promise<number> {
  const stored = await loadCase(input.caseId)
  const form = await loadForm(stored.formVersionId)
  if (!form.pages.some(({ id }) => id === input.pageId)) throw new PortalError('notFound')
  const found = unansweredOf(form, stored, input)
  if (found.size === 0) return 0
  for (const file of [...found.values()].flatMap(({ files }) => files)) {
    await storeAttachment({ caseId: input.caseId, file, userId: input.userId, now: input.now })
  }
  await savePage({
    caseId: input.caseId,
    pageId: input.pageId,
    posted: Object.fromEntries([...found].map(([id, { value }]) => [id, value])),
    revision: stored.revision,
    userId: input.userId,
    now: input.now,
    language: input.language,
  })
  return found.size
}

interface Found {
  readonly value: Json
  readonly files: readonly FileValue[]
}

function unansweredOf(form: CompiledForm, stored: StoredCase, input: LikeLastYear): ReadonlyMap<string, Found> {
  const { surroundings, recipientCode } = stored
  const text: Context['text'] = (local) => resolveText(form, local, input.language, { surroundings })
  const context: Context = { ...formContext(input.language, recipientCode), text }
  const found = new Map<string, Found>()
  let draft: Draft = stored.draft
  for (let round = 0; round < longestChain; round++) {
    const { pages } = judge(form, draft, surroundings, context)
    const questions = pages.find(({ page }) => page.id === input.pageId)?.questions ?? []
    const before = found.size
    for (const { question, visible, locked, computed, typed } of questions) {
      const { id } = question
      if (!visible || locked || computed || typed !== undefined || found.has(id)) continue
      if (input.question !== undefined && input.question !== id) continue
      const previous = readablePrevious(form, id, surroundings, context)
      if (!previous) continue
      const files = filesOf(form.kind(id).display(question, previous.value, context))
      if (files.length > 0 && input.question === undefined) continue
      found.set(id, { value: previous.value, files })
      draft = { ...draft, [id]: previous.typed }
    }
    if (found.size === before) break
  }
  return found
}
