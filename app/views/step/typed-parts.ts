import type { Fields } from '~/kinds/put-back'
import { changedSince } from './changed-since'
import type { Kept } from './keeper'
import { fieldsAtFirst, fieldsNow, fieldsOutside, type Part, partAt, partsWithin, partWith, scopeOf } from './parts'

/** What goes with one save. */
export interface Sending {
  readonly fields: Fields
  /** Name → what stood there before, as far as the page knew; only where it is something else now. */
  readonly was: Readonly<Record<string, readonly string[]>>
  readonly parts: ReadonlyMap<Part, Fields>
}

/**
 * What has been typed on a page and is not acknowledged by the server. It is kept part by part, so that a key in a table
 * of a thousand rows costs what it costs in a table of one.
 */
export class TypedParts {
  /** What the page was given, and after that what it has saved: only what differs from it has been typed here. */
  readonly #known = new WeakMap<Part, Fields>()
  readonly #typed = new Map<Part, Fields>()

  constructor(readonly form: HTMLFormElement) {
    for (const part of partsWithin(form)) this.#known.set(part, fieldsAtFirst(part))
  }

  get isEmpty(): boolean {
    return this.#typed.size === 0
  }

  /** Something has been typed in a field, or changed in what holds fields. */
  note(target: Element): void {
    const part = partAt(target)
    if (part && (part.matches('[data-row]') || target.matches('input, select, textarea'))) this.#add(part)
    else this.look(part ?? this.form)
  }

  /** Finds what has been changed without a word: fields that the browser has filled in, rows that have moved. */
  look(within: Element = this.form): void {
    for (const part of partsWithin(within)) {
      if (this.#typed.has(part) || changes(this.#knownOf(part), fieldsNow(part))) this.#add(part)
    }
  }

  sending(): Sending {
    for (const part of this.#typed.keys()) this.#add(part)
    const parts = this.#inOrder()
    const fields = parts.flatMap(([, now]) => now)
    return { fields, was: changedSince(this.#knownOfAll(parts), fields), parts: new Map(parts) }
  }

  /** What the server has answered to is known now; what has been typed in it meanwhile is not. */
  acknowledge({ parts }: Sending): void {
    for (const [part, fields] of parts) {
      this.#known.set(part, fields)
      if (this.#typed.get(part) === fields) this.#typed.delete(part)
    }
  }

  /** For a tab to keep. */
  kept(): Omit<Kept, 'revision'> {
    const parts = this.#inOrder()
    return {
      scopes: parts.map(([part]) => scopeOf(part)),
      fields: parts.flatMap(([, fields]) => fields),
      known: this.#knownOfAll(parts),
    }
  }

  /** Every field of the page, with what was kept in its place. */
  withKept({ scopes, fields }: Kept): Fields {
    return [...fieldsOutside(scopes, partsWithin(this.form).flatMap(fieldsNow)), ...fields]
  }

  /** What was kept stands in its fields again. */
  restored({ scopes, known }: Kept): void {
    for (const scope of scopes) {
      const part = partWith(scope)
      if (!part) continue
      const others = new Set(fieldsOutside([scope], known))
      if (scopeOf(part) === scope)
        this.#known.set(
          part,
          known.filter((field) => !others.has(field)),
        )
      this.#add(part)
    }
  }

  #add(part: Part): void {
    this.#typed.set(part, fieldsNow(part))
  }

  /** As they stand on the page: rows are numbered in the order in which they come. */
  #inOrder(): readonly (readonly [Part, Fields])[] {
    const follows = (one: Part, other: Part) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING
    return [...this.#typed].sort(([one], [other]) => (follows(one, other) ? -1 : 1))
  }

  #knownOf = (part: Part): Fields => this.#known.get(part) ?? []
  #knownOfAll = (parts: readonly (readonly [Part, Fields])[]): Fields => parts.flatMap(([part]) => this.#knownOf(part))
}

const changes = (before: Fields, now: Fields) => Object.keys(changedSince(before, now)).length > 0
