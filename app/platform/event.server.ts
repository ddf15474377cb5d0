import { randomBytes } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'

const numbers = new WeakMap<AppLoadContext, string>()

/**
 * The number of what happened in one request, «7F3A-91C2»: stands on an error page and in the log, so that whoever
 * helps finds the one by the other. The same at every call with the same context.
 */
export function eventNumber(context: AppLoadContext): string {
  let number = numbers.get(context)
  if (number === undefined) {
    const digits = randomBytes(4).toString('hex').toUpperCase()
    number = `${digits.slice(0, 4)}-${digits.slice(4)}`
    numbers.set(context, number)
  }
  return number
}
