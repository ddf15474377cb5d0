import type { Json } from './json'

/**
 * What has been typed in a case, as typed: question id → the kind's Typed. An explanation of a warning stands under
 * `explain:<check id>` (a colon cannot occur in a question id) and is plain text.
 */
export type Draft = Readonly<Record<string, Json>>

/** Where the officer's words on a warning stand, in a draft and in a posted page. */
export const explainKey = (checkId: string): string => `explain:${checkId}`

/**
 * The name of a hidden field that a page posts for each question it shows: a group of boxes with none ticked posts
 * nothing itself.
 */
export const askedKey = (questionId: string): string => `asked:${questionId}`

/** One entry of the case's history. Absent and null mean «not there». */
export interface AnswerChangeEntry {
  readonly key: string
  readonly before: Json
  readonly after: Json
}
