import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { query } from '../db.server'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The limiter's own statements through our pool. The table is made by the migration. */
const store = {
  storeClient: {
    query: async ({ text, values }: Statement) => {
      const rows = await query(text, values)
      return { rows, rowCount: rows.length }
    },
  },
  storeType: 'client',
  tableName: 'RateLimit',
  tableCreated: true,
}

const limits = {
  /** Links to one address, known or not: five in a quarter of an hour. */
  linkToAddress: () => new RateLimiterPostgres({ ...store, keyPrefix: 'link', points: 5, duration: 15 * 60 }),
  /** Links asked for from one place: an office behind one address must not be stopped, a robot must. */
  linkFromPlace: () => new RateLimiterPostgres({ ...store, keyPrefix: 'place', points: 60, duration: 60 * 60 }),
  /** Letters that one officer sends by asking for contributions: a form has few pages, and reminders are few. */
  askFromPerson: () => new RateLimiterPostgres({ ...store, keyPrefix: 'asker', points: 60, duration: 60 * 60 }),
  /** The same to one address, from whoever. */
  askToAddress: () => new RateLimiterPostgres({ ...store, keyPrefix: 'asked', points: 20, duration: 60 * 60 }),
  /** Links that lead to no contribution, from one place. */
  guessFromPlace: () => new RateLimiterPostgres({ ...store, keyPrefix: 'guess', points: 60, duration: 60 * 60 }),
  /** Documents of strangers that are verified, from one place: sixty in ten minutes. */
  verifyFromPlace: () => new RateLimiterPostgres({ ...store, keyPrefix: 'verify', points: 60, duration: 10 * 60 }),
}

const made = new Map<keyof typeof limits, RateLimiterPostgres>()

/**
 * Counts one use. `key` (an address, a place) is stored hashed.
 * @returns false when there have been too many
 */
export async function consume(limit: keyof typeof limits, key: string): Promise<boolean> {
  const limiter = made.get(limit) ?? limits[limit]()
  made.set(limit, limiter)
  try {
    await limiter.consume(createHash('sha256').update(key).digest('base64url'))
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
