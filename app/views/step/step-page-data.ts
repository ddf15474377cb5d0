import type { PageState } from '~/forms/judgement'
import type { Step } from './step'

/** What every page of a case says at its top, as the form's page needs it. */
export interface StepHeading {
  readonly caseId: string
  readonly title: string
  readonly agency: string
  readonly deadline: {
    readonly days: number
    readonly tone: 'far' | 'near' | 'past'
    readonly date: string
    readonly time: string
  }
}

/** The data of a form's page, from the server. */
export interface StepOfCasePage {
  readonly heading: StepHeading
  readonly step: Step
  /** Something on the page can be asked of somebody else. */
  readonly askable: boolean
  readonly revision: number
  readonly pages: readonly { readonly id: string; readonly title: string; readonly state: PageState }[]
  /** Errors are shown: after «save and go on», or from a link of the review page. */
  readonly showErrors: boolean
  readonly userId: string
  /** How many questions were answered as last year just now. */
  readonly again?: number | undefined
}
