import type { z } from 'zod'
import type { Question } from './definition'
import type { Json } from './json'
import type { Context, FormContext, FormKind, Register } from './kind-port'
import type { ConditionalOption } from './offered-options'
import { type Language, type LocalText, languages } from './text'

type Schema = z.ZodType<Json>

const nothing: ReadonlySet<string> = new Set()

/** What changes from case to case, while the schemas stay. */
interface Current {
  readonly recipientCode: string | undefined
  readonly text: (text: LocalText) => string
  readonly isOffered: (questionId: string, option: ConditionalOption) => boolean
}

/**
 * The schemas of a form's questions, made once for each language: making one costs far more than using it. A schema
 * gets a context that asks for the recipient and for live values when it is used. One that asks for them already while
 * it is made is made anew each time.
 */
export class Schemas {
  #register: Register | undefined
  readonly #made: Record<Language, Map<string, Schema>> = { sv: new Map(), en: new Map() }
  #current: Current = {
    recipientCode: undefined,
    text: (text) => text.sv,
    isOffered: () => true,
  }
  #askedForCurrent = false

  /** Runs `work` with the case's own circumstances, and gives it the context for its kinds. Works at once, never later. */
  within<Result>(
    context: FormContext,
    { text, isOffered }: Pick<Current, 'text' | 'isOffered'>,
    work: (context: Context) => Result,
  ): Result {
    const before = this.#current
    this.#current = { recipientCode: context.recipientCode, text, isOffered }
    if (this.#register !== context.register) {
      this.#register = context.register
      for (const language of languages) this.#made[language].clear()
    }
    try {
      return work(this.#context(context))
    } finally {
      this.#current = before
    }
  }

  /** @param without the parts of the question that are left out of it, which make it another one */
  of(kind: FormKind, question: Question, context: Context, without: ReadonlySet<string> = nothing): Schema {
    const made = this.#made[context.language]
    const key = without.size === 0 ? question.id : `${question.id} ${[...without].join(' ')}`
    const known = made.get(key)
    if (known) return known
    // Making one may need a live value, whose answer needs a schema of its own.
    const before = this.#askedForCurrent
    this.#askedForCurrent = false
    const schema = kind.schema(question, context)
    if (!this.#askedForCurrent) made.set(key, schema)
    this.#askedForCurrent = before
    return schema
  }

  #context(context: FormContext): Context {
    const current = () => {
      this.#askedForCurrent = true
      return this.#current
    }
    return {
      language: context.language,
      register: context.register,
      get recipientCode() {
        return current().recipientCode
      },
      isOffered: (questionId, option) => current().isOffered(questionId, option),
      text: (text) => {
        // A text without live values is the same in every case.
        const written = text[context.language]
        return written.includes('{') || written.includes('}}') ? current().text(text) : written
      },
    }
  }
}
