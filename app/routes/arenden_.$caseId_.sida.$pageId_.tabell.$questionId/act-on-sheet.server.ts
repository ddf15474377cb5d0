import { redirect } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { acceptTable } from '~/cases/accept-table.server'
import type { SheetWords } from '~/cases/compare-table.server'
import { keepSheet } from '~/cases/kept-sheet.server'
import { tableOfCase, type WhichTable } from '~/cases/table-of-case.server'
import { isPortalError } from '~/platform/errors'
import { readPost } from '~/platform/form-post.server'
import { largestSheet, readSheets } from '~/views/sheet/read-file.server'

/** Names in the address and in the two forms of the page. */
export const names = { file: 'fil', text: 'text', kept: 'las', keep: 'behall', seen: 'sett' } as const

/** What the address of a preview says. */
export function readAddress(url: string): { readonly file: string | undefined; readonly keepMissing: boolean } {
  const query = new URL(url).searchParams
  const kept = query.get(names.kept)
  return { file: kept && /^[0-9a-f]{64}$/.test(kept) ? kept : undefined, keepMissing: query.has(names.keep) }
}

/** The portal's words on cells that hold no answer. */
export const sheetWords = (t: TFunction): SheetWords => ({
  choice: (text, choices) => t('choice', { text, choices: choices.join(', ') }),
  formula: t('formula'),
})

/** Why nothing was read, and what was typed beside it. */
export interface Refused {
  readonly error: string
  readonly text: string
}

interface Post extends WhichTable {
  readonly request: Request
  readonly now: Date
  readonly t: TFunction
  /** The address of the table's page. */
  readonly here: string
}

/** A post of either form: a file is handed over (leads to its preview), or a preview is agreed to (leads to the form). */
export async function actOnSheet(post: Post): Promise<Refused | { readonly again: true }> {
  const { file, keepMissing } = readAddress(post.request.url)
  const files: { name: string; bytes: Uint8Array }[] = []
  const fields = await readPost(post.request, async (part) => {
    files.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) })
    return undefined
  }).catch((error: unknown) => {
    if (isTooLarge(error)) return undefined
    throw error
  })
  if (!fields) return { error: post.t('tooLarge'), text: '' }
  const seen = fields.get(names.seen)
  if (typeof seen !== 'string' || file === undefined) return handOver(post, files[0], fields)
  const accepted = await acceptTable({ ...post, file, keepMissing, seen }, sheetWords(post.t))
  if (accepted === 'again' || accepted === 'wrong') return { again: true }
  throw redirect(`${post.here}?klart=${accepted === 'done' ? 1 : 0}`, 303)
}

/** The post was broken off by the parser's own limit. */
function isTooLarge(error: unknown): boolean {
  return [error, error instanceof Error ? error.cause : undefined].some(
    (each) => each instanceof Error && /^Max.*ExceededError$/.test(each.name),
  )
}

async function handOver(
  post: Post,
  file: { readonly name: string; readonly bytes: Uint8Array } | undefined,
  fields: FormData,
): Promise<Refused> {
  const { t } = post
  await tableOfCase(post)
  const text = String(fields.get(names.text) ?? '')
  const list = file?.bytes.length ? file : { name: '', bytes: new TextEncoder().encode(text.trim() ? text : '') }
  if (list.bytes.length === 0) return { error: t('nothing'), text }
  if (list.bytes.length > largestSheet) return { error: t('tooLarge'), text }
  try {
    await readSheets(list.bytes)
  } catch (error) {
    if (!isPortalError(error)) throw error
    const words = { wrongType: t('wrongType'), tooLarge: t('tooLarge'), invalid: t('empty') }
    const [, said] = Object.entries(words).find(([code]) => code === error.code) ?? []
    if (said === undefined) throw error
    return { error: said, text }
  }
  throw redirect(`${post.here}?${names.kept}=${await keepSheet(post, list.name, list.bytes)}`, 303)
}
