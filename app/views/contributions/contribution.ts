/** How a contribution stands. */
export type ContributionStatusName = 'asked' | 'opened' | 'handedIn' | 'sentBack' | 'accepted' | 'withdrawn' | 'expired'

/** A contribution as it is listed. Times are words. */
export interface ContributionView {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly asker: string
  readonly page: string
  /** «3. Ekonomi» */
  readonly pageTitle: string
  /** Labels of the questions, where not the whole page is asked for. */
  readonly labels: readonly string[]
  readonly deadline: {
    readonly days: number
    readonly tone: 'far' | 'near' | 'past'
    readonly day: string
    readonly month: string
    readonly date: string
    readonly time: string
  }
  readonly status: ContributionStatusName
  readonly askedAt: string
  readonly openedAt: string | null
  readonly savedAt: string | null
  readonly handedInAt: string | null
  readonly remindedAt: string | null
  readonly closedAt: string | null
  readonly accepter: string | null
}

/** An answer or a row that would not be as it is now. */
export interface ProposedChangeView {
  readonly id: string
  readonly what: 'added' | 'changed' | 'removed' | 'moved'
  /** What the row is called; '' for a whole answer. */
  readonly name: string
  readonly cells: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  /** Somebody has changed the same place in the case since the other began. */
  readonly conflict?: { readonly by: string; readonly at: string } | undefined
}

/** A proposal beside what the case has, question by question. */
export interface ProposalView {
  readonly questions: readonly {
    readonly id: string
    readonly label: string
    readonly changes: readonly ProposedChangeView[]
  }[]
  /** What was shown, to be posted back. */
  readonly seen: string
}
