import type { Json } from './json'

/**
 * What has been typed in a case, as typed: question id → the kind's Typed. An explanation of a warning stands under
 * `explain:<check id>` (a colon cannot occur in a question id) and is plain text.
 */
export type Draft = Readonly<Record<string, Json>>

/** One entry of the case's history. Absent and null mean «not there». */
export interface AnswerChangeEntry {
  readonly key: string
  readonly before: Json
  readonly after: Json
}
