import { redirect } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { type ImportOutcome, importAllocations } from '~/grants/allocations/import-allocations.server'
import { keepList, keptList } from '~/grants/allocations/kept-list.server'
import { largestList, readList } from '~/grants/allocations/read-list.server'
import type { AgencyAccess } from '~/platform/access/rules.server'
import { isPortalError, PortalError } from '~/platform/errors'
import { readPost } from '~/platform/form-post.server'
import { fieldNames, type ListAddress, readAddress } from './list-address'

/** Names in the two forms of the page. */
export const posted = { file: 'fil', text: 'text', seen: 'sett', holder: 'innehavare-' } as const

/** What went wrong when a list was handed over, and what was typed beside it. */
export interface Refused {
  readonly error: string
  readonly text: string
  readonly total: string
}

interface Post {
  readonly request: Request
  readonly roundId: string
  readonly agencies: readonly AgencyAccess[]
  readonly userId: string
  readonly now: Date
  readonly t: TFunction
}

/** The agency whose list it is: the one named, else the first. */
export function agencyOf(agencies: readonly AgencyAccess[], wanted: string | null): AgencyAccess {
  const found = agencies.find(({ agencyId }) => agencyId === wanted) ?? agencies[0]
  if (!found) throw new PortalError('notFound')
  return found
}

/** A post of either form: a list is handed over (leads to its preview), or a preview is agreed to (leads to the round). */
export async function actOnList(post: Post): Promise<Refused | { readonly again: ImportOutcome['outcome'] }> {
  const address = readAddress(new URL(post.request.url).searchParams)
  const files: { name: string; bytes: Uint8Array }[] = []
  const fields = await readPost(post.request, async (file) => {
    files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return undefined
  }).catch((error: unknown) => {
    if (isTooLarge(error)) return undefined
    throw error
  })
  if (!fields) return { error: post.t('allocation.tooLarge'), text: '', total: '' }
  return fields.has(posted.seen) && address ? agree(post, address, fields) : handOver(post, files[0], fields)
}

/** The post was broken off by the parser's own limit. */
function isTooLarge(error: unknown): boolean {
  return [error, error instanceof Error ? error.cause : undefined].some(
    (each) => each instanceof Error && /^Max.*ExceededError$/.test(each.name),
  )
}

async function handOver(
  { roundId, t }: Post,
  file: { readonly name: string; readonly bytes: Uint8Array } | undefined,
  fields: FormData,
): Promise<Refused> {
  const [text, total, agency] = [posted.text, fieldNames.total, fieldNames.agency].map((name) =>
    String(fields.get(name) ?? ''),
  )
  const refused = (error: string): Refused => ({ error, text: text ?? '', total: total ?? '' })
  const list = file?.bytes.length ? file : { name: '', bytes: new TextEncoder().encode(text?.trim() ? text : '') }
  if (list.bytes.length === 0) return refused(t('allocation.nothing'))
  if (list.bytes.length > largestList) return refused(t('allocation.tooLarge'))
  try {
    await readList(list.bytes)
  } catch (error) {
    if (!isPortalError(error)) throw error
    const words = { wrongType: 'wrongType', tooLarge: 'tooLarge', invalid: 'empty' }
    const [, word] = Object.entries(words).find(([code]) => code === error.code) ?? []
    if (!word) throw error
    return refused(t(`allocation.${word}`))
  }
  const query = new URLSearchParams({ [fieldNames.list]: await keepList(roundId, list.name, list.bytes) })
  if (agency) query.set(fieldNames.agency, agency)
  if (total?.trim()) query.set(fieldNames.total, total.trim())
  throw redirect(`/omgangar/${roundId}/tilldelning?${query}`, 303)
}

async function agree(
  { roundId, agencies, userId, now }: Post,
  address: ListAddress,
  fields: FormData,
): Promise<{ again: ImportOutcome['outcome'] }> {
  const { bytes, fileHash } = await keptList(roundId, address.list)
  const sheet = (await readList(bytes))[address.sheet]
  if (!sheet) throw new PortalError('notFound')
  const notes = [...fields].flatMap(([name, value]): [string, string][] =>
    name.startsWith(posted.holder) && typeof value === 'string'
      ? [[name.slice(posted.holder.length), value.slice(0, 200)]]
      : [],
  )
  const { agencyId } = agencyOf(agencies, address.agency)
  const { outcome, stored } = await importAllocations(
    { roundId, agencyId, sheet, choices: address.choices },
    { userId, now, fileHash, seen: String(fields.get(posted.seen)), notes: new Map(notes) },
  )
  if (outcome === 'done' || outcome === 'unchanged') {
    throw redirect(`/omgangar/${roundId}/tilldelning?klart=${stored.length}`, 303)
  }
  return { again: outcome }
}
