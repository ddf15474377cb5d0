import type { PageState } from '~/forms/judgement'

/** One page of a case in its task list. */
export interface TaskPage {
  readonly id: string
  readonly number?: string | undefined
  readonly title: string
  readonly state: PageState
  readonly questions: number
  readonly answered: number
  /** The first thing that is wrong, in words. */
  readonly wrong?: string | undefined
  readonly edited?: { readonly me: boolean; readonly name: string; readonly at: string } | undefined
  /** Names of the colleagues who are there just now. */
  readonly here: readonly string[]
}

/** What the task list shows beside the pages. */
export interface TaskList {
  readonly heading: {
    readonly caseId: string
    readonly organisation: string
    readonly agency: string
    readonly agencyContact: {
      readonly unit?: string | undefined
      readonly name?: string | undefined
      readonly phone?: string | undefined
      readonly email?: string | undefined
    }
    readonly state: string
    readonly deadline: {
      readonly days: number
      readonly tone: 'far' | 'near' | 'past'
      readonly date: string
      readonly time: string
      readonly extended: boolean
    }
  }
  readonly pages: readonly TaskPage[]
  readonly errors: number
  readonly unexplained: number
  readonly complete: boolean
  /** Contributions from others: those that wait to be accepted, and those that are waited for. */
  readonly contributions: { readonly handedIn: number; readonly asked: number }
  readonly colleagues: readonly {
    readonly id: string
    readonly name: string
    readonly title: string | null
    readonly page: string | null
  }[]
  readonly request?:
    | { readonly state: 'open' | 'signed' | 'declined' | 'voided'; readonly signatory: string }
    | undefined
}
