import type { Page, Question } from './definition'
import type { Json } from './json'

export type Severity = 'error' | 'warning'

/** Something that is wrong with an answer, or with several together. */
export interface Issue {
  /** Unique in a judgement, and stable from one judgement to the next. */
  readonly id: string
  readonly severity: Severity
  readonly page: string
  /** The question that the issue links to. */
  readonly question: string
  /** Below the question: [] is the question itself, else for example ['total', 'women']. */
  readonly path: readonly string[]
  /** Every field that is marked, as field names («clients.total.women»); the first is `question` + `path`. */
  readonly at: readonly string[]
  /** What is wrong and how it is put right, in the context's language. */
  readonly message: string
  /** Nothing has been filled in yet, so there is nothing to correct, only to complete. */
  readonly missing: boolean
  /** The check of the form that failed; absent when the answer itself cannot be read or is missing. */
  readonly check?: string
  /** The officer's words on a warning; with them it passes. */
  readonly explanation?: string
}

/** «Not asked», «not answered» and «unreadable» are three things. */
export type AnswerStatus = 'answered' | 'notAnswered' | 'unreadable' | 'notAsked'

export interface JudgedQuestion {
  /** Its options are parsed by the kind, and hold only the rows and columns that are there. */
  readonly question: Question
  /** The names of those that are not (see `partsOf`). */
  readonly hidden: readonly string[]
  readonly status: AnswerStatus
  readonly visible: boolean
  /** Filled in from elsewhere and not to be changed. */
  readonly locked: boolean
  /** Has a `value` expression: never typed. */
  readonly computed: boolean
  readonly optional: boolean
  /** Ids of options that are not to be shown: neither offered in this case nor chosen. */
  readonly notOffered: readonly string[]
  /** What was typed, whether or not it can be read; also of a hidden question. */
  readonly typed?: Json
  /** The canonical value; only of a visible question that is answered and readable. */
  readonly value?: Json
  /** The issues that mark this question or a cell of it. */
  readonly issues: readonly Issue[]
  readonly label: string
  readonly help?: string
  readonly more?: { readonly title: string; readonly text: string }
  readonly group?: string
  readonly source?: string
}

/**
 * - `notStarted`, `started`: something that must be answered is not, and what there is has nothing wrong
 * - `needsCorrecting`: an answer has an error, or a warning lacks its explanation
 * - `optional`: nothing has to be answered, and nothing is
 * - `done`: nothing is wrong or missing (also a page that is only to be read)
 */
export type PageState = 'notStarted' | 'started' | 'done' | 'needsCorrecting' | 'optional'

export interface JudgedPage {
  readonly page: Page
  readonly title: string
  readonly lead?: string
  readonly text?: string
  readonly more?: { readonly title: string; readonly text: string }
  /** Every question of the page, hidden ones too. */
  readonly questions: readonly JudgedQuestion[]
  readonly state: PageState
  /** The issues that link to this page. */
  readonly issues: readonly Issue[]
}

/** A draft, judged whole. */
export interface Judgement {
  /** The visible pages, in order. */
  readonly pages: readonly JudgedPage[]
  /** Question id → canonical value, of what is visible, readable and answered; computed values too. */
  readonly values: Readonly<Record<string, Json>>
  /** In the order of the form. */
  readonly issues: readonly Issue[]
  /** Check id → the officer's words on a warning that was raised. */
  readonly explanations: Readonly<Record<string, string>>
  /** No error, and every warning is explained: the case can be signed. */
  readonly complete: boolean
}

/** Two officers changed the same thing. The stored value stands until somebody chooses. */
export interface Conflict {
  /** Question id, or `explain:<check id>`. */
  readonly key: string
  /** Below the question: [] is the whole answer, else row, or row and column. */
  readonly path: readonly string[]
  readonly base: Json
  readonly mine: Json
  readonly theirs: Json
}
