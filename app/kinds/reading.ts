import { z } from 'zod'
import type { Json } from '~/forms/json'

/** Why something typed cannot become a value: a text that names the remedy, and where below the question. */
export interface Refusal {
  readonly message: string
  readonly path: readonly string[]
  /** Nothing is wrong, something is not there yet. */
  readonly missing: boolean
}

/** What came of reading something typed. */
export type Reading<Value> = { readonly value: Value } | { readonly refusals: readonly Refusal[] }

/** It can be read. */
export const accepted = <Value>(value: Value): Reading<Value> => ({ value })

/** It cannot be read, for one reason. */
export const refused = (message: string, ...path: string[]): Reading<never> => ({
  refusals: [{ message, path, missing: false }],
})

/** There is nothing to read yet. */
export const notYet = (message: string, ...path: string[]): Reading<never> => ({
  refusals: [{ message, path, missing: true }],
})

/** The value, or undefined when it cannot be read. */
export const readValue = <Value>(reading: Reading<Value>): Value | undefined =>
  'value' in reading ? reading.value : undefined

interface Directions<Typed, Value> {
  readonly decode: (typed: Typed) => Reading<Value>
  readonly encode: (value: Value) => Typed
}

/**
 * A zod codec from a reading function. `typed` and `value` only say what shape the two sides have; everything an
 * officer can mend is a refusal of `decode`. Issues of what is not there yet carry `params: { missing: true }`.
 */
export function codecOf<Typed extends Json, Value extends Json>(
  typed: z.ZodType<Typed, Typed>,
  value: z.ZodType<Value, Value>,
  { decode, encode }: Directions<Typed, Value>,
): z.ZodType<Value, Typed> {
  return z.codec(typed, value, {
    decode(input, payload) {
      const reading = decode(input)
      if ('value' in reading) return reading.value
      for (const { message, path, missing } of reading.refusals) {
        payload.issues.push({ code: 'custom', message, path: [...path], input, params: { missing } })
      }
      return z.NEVER
    },
    encode,
  })
}
