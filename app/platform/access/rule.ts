import type { CaseFacts } from './facts'
import type { Who } from './who'

/** What a rule may look at. */
export interface RuleContext<Person extends Who | undefined> {
  readonly request: Request
  readonly params: Readonly<Record<string, string | undefined>>
  readonly who: Person
  readonly now: Date
  /** Where the request came from: an IP address. */
  readonly place: string
  /** Of the case that `:caseId` in the address names. */
  readonly caseFacts: CaseFacts | undefined
}

/**
 * Who may come in, as data: `name` stands in the list of routes (tests walk it), `signedIn` says whether a person is
 * needed at all, and `find` answers with what it found on the way, handed to the handler, or undefined: no right. The
 * asker is never told whether the thing exists.
 */
export interface Rule<Person extends Who | undefined, Found extends object> {
  readonly name: string
  readonly signedIn: Person extends Who ? true : false
  find(context: RuleContext<Person>): Promise<Found | undefined>
}

/** What is attached to every guarded loader and action, so that one test can read all routes. */
export interface Access {
  readonly name: string
  readonly signedIn: boolean
}
