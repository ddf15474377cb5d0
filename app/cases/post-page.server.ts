import { z } from 'zod'
import type { FileValue } from '~/forms/display'
import type { Json } from '~/forms/json'
import type { Posted } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { fileIn, fileText } from '~/kinds/posted'
import { isPortalError, type PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { againIntent, wholePage } from '~/views/step/again-intent'
import { attach, fileNameFor } from './attach.server'
import { findAttachments } from './attachment.store.server'

/** A file that was not taken, and why, in words. */
export interface RefusedFile {
  readonly field: string
  readonly message: string
}

/**
 * Takes the files of a post into the case. `onFile` gives the text that stands for a file in the form's fields; the
 * refused ones gather in `refused`, so that everything else on the page is saved all the same.
 */
export function fileTaker(input: { caseId: string; userId: string; now: Date; language: Language }): {
  readonly refused: RefusedFile[]
  readonly onFile: (file: File & { readonly fieldName: string }) => Promise<string | undefined>
} {
  const refused: RefusedFile[] = []
  return {
    refused,
    onFile: async (file) => {
      try {
        const bytes = new Uint8Array(await file.arrayBuffer())
        return fileText(await attach({ ...input, name: file.name, bytes }))
      } catch (error) {
        if (!isPortalError(error)) throw error
        refused.push({ field: file.fieldName, message: wordsFor(error, file.name, input.language) })
        return undefined
      }
    },
  }
}

function wordsFor(error: PortalError, name: string, language: Language): string {
  const t = translator(language, 'case')
  const details = { name, ...error.details }
  switch (error.code) {
    case 'tooLarge':
      return t('file.tooLarge', details)
    case 'wrongType':
      return t('file.wrongType', details)
    case 'invalid':
      return t('file.empty', details)
    case 'infected':
      return t('file.infected', details)
    default:
      return t('file.failed', details)
  }
}

/** The texts of a post that stand for files which the case has: taken in this very post, or before. */
export async function filesOfCase(caseId: string, fields: FormData): Promise<ReadonlySet<string>> {
  const named = [...fields.values()].flatMap((value) => {
    const file = typeof value === 'string' ? fileIn(value) : undefined
    return file && typeof value === 'string' ? [[value, file] as const] : []
  })
  if (named.length === 0) return new Set()
  const stored = new Map((await findAttachments(caseId)).map((file) => [file.sha256, file]))
  const isStored = ({ name, sha256, type, size }: FileValue) => {
    const file = stored.get(sha256)
    return file?.type === type && file.size === size && fileNameFor(name, type) === name
  }
  return new Set(named.flatMap(([text, file]) => (isStored(file) ? [text] : [])))
}

/**
 * The posted fields of a page, names unfolded, as the form language reads them. Only a text that stands for one of the
 * case's files becomes a file: what merely looks like one stays a text.
 */
export function toPosted(
  payload: Readonly<Record<string, unknown>>,
  files: ReadonlySet<string>,
): Record<string, Posted> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, toValue(value, files)]))
}

function toValue(value: unknown, files: ReadonlySet<string>): Posted {
  if (typeof value === 'string') return (files.has(value) && fileIn(value)) || value
  if (Array.isArray(value)) return value.map((each) => toValue(each, files))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toValue(inner, files)]))
  return undefined
}

/** The revision that a page says it started from; 0, the first, where it says none that could be. */
export function readRevision(posted: FormDataEntryValue | null): number {
  return typeof posted === 'string' && /^\d{1,9}$/.test(posted) ? Number(posted) : 0
}

/** What an officer may have asked a page for beside saving it. */
export type PageIntent = 'next' | 'previous' | 'stay'

export function readIntent(value: Json | FormDataEntryValue | null): PageIntent {
  return value === 'next' || value === 'previous' ? value : 'stay'
}

/** The question that is to be answered as last year, or the whole page; undefined when that was not what was pressed. */
export function readAgain(value: FormDataEntryValue | null): { readonly question?: string } | undefined {
  if (typeof value !== 'string' || !value.startsWith(againIntent)) return undefined
  const question = value.slice(againIntent.length)
  return question === wholePage ? {} : { question }
}

const changed = z.record(z.string(), z.array(z.string()))

/**
 * Takes out of an autosave's fields what says which of them have been changed, and what stood there before («was»: name
 * → values, as JSON). Answers with the fields as the page was given them; undefined when it does not say.
 */
export function takeKnown(fields: FormData): FormData | undefined {
  const text = fields.get('was')
  fields.delete('was')
  const was = changed.safeParse(jsonIn(text))
  if (!was.success) return undefined
  const known = new FormData()
  for (const [name, value] of fields) if (!Object.hasOwn(was.data, name)) known.append(name, value)
  for (const [name, values] of Object.entries(was.data)) for (const value of values) known.append(name, value)
  return known
}

function jsonIn(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
