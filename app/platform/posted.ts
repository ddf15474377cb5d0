import type { SubmissionResult } from '@conform-to/react'

/** What an action answers after a post that found errors: conform's `submission.reply()`. */
export type Reply = SubmissionResult | undefined

/** The errors of one field; undefined when it has none. */
export function errorsOf(reply: Reply, name: string): readonly string[] | undefined {
  return reply?.error?.[name] ?? undefined
}

/** What was typed into a field, else what stood there from the start. */
export function typedIn(reply: Reply, name: string, stored = ''): string {
  if (!reply?.initialValue) return stored
  const value = reply.initialValue[name]
  return typeof value === 'string' ? value : ''
}

/** What was ticked among boxes of one name, else what was ticked from the start. */
export function tickedIn(reply: Reply, name: string, stored: readonly string[] = []): readonly string[] {
  if (!reply?.initialValue) return stored
  const value = reply.initialValue[name]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((member): member is string => typeof member === 'string') : []
}

/** Every error of a post, for the error summary: each leads to its field. */
export function errorItems(reply: Reply): readonly { href: string; message: string }[] {
  return Object.entries(reply?.error ?? {}).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({ href: `#${name}`, message })),
  )
}
