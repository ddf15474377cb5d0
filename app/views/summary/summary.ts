import type { Blank, Display, FileValue } from '~/forms/display'

/**
 * `answered`: there is a readable value. `notAnswered`: asked, nothing given. `unreadable`: something was typed that
 * the question's kind cannot read (drafts only); `display` shows it as typed.
 */
export type AnswerStatus = 'answered' | 'notAnswered' | 'unreadable'

/** One question with its answer, every text in the summary's language. */
export interface SummaryAnswer {
  readonly id: string
  /** The official number («5a»). */
  readonly number?: string | undefined
  readonly label: string
  readonly status: AnswerStatus
  readonly display: Display
  /** Id of the question that it hangs under; only looks. */
  readonly follows?: string | undefined
  /** The officer's words on each warning that starts at this question: what was asked, and what was said. */
  readonly explanations: readonly { readonly check: string; readonly question: string; readonly words: string }[]
  /** What an empty form offers to write in; only in the summary of an empty form. */
  readonly blank?: Blank | undefined
  /** Help under the question; only in the summary of an empty form. */
  readonly help?: string | undefined
}

/** Questions under one heading of a page; the first group of a page mostly has none. */
export interface SummaryGroup {
  readonly title?: string | undefined
  readonly answers: readonly SummaryAnswer[]
}

export interface SummaryPage {
  readonly id: string
  readonly number?: string | undefined
  readonly title: string
  /** Paragraphs of a page to read; only in the summary of an empty form. */
  readonly text?: string | undefined
  readonly groups: readonly SummaryGroup[]
}

/** A form with its answers in one language, in the form's order: what review page, reading page, receipt and PDF show. */
export interface Summary {
  readonly language: 'sv' | 'en'
  /** The form's title, live values filled in. */
  readonly title: string
  /** To whom, and under which rule: «Till Länsstyrelsen Stockholm · SFS 2013:522». */
  readonly subtitle: string
  readonly pages: readonly SummaryPage[]
  /** Every file of every answer, in order, each once. */
  readonly attachments: readonly FileValue[]
}
