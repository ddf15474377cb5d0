import type { RoundKind } from '~/generated/prisma/enums'
import { isId } from '~/platform/access/facts'
import { roundWithDesks } from './rounds.store.server'

/** An agency with a desk in a round. */
export interface NamedDesk {
  readonly id: string
  readonly name: string
}

const kinds: readonly RoundKind[] = ['application', 'return', 'survey']

/** The round that an operator names, by its id, as «po-return/2020» or, where that is one, as «personligt-ombud/return/2020». */
export async function findNamedRound(
  named: string,
): Promise<{ readonly id: string; readonly desks: readonly NamedDesk[] } | null> {
  if (!named.includes('/')) return isId(named) ? roundWithDesks({ id: named }) : null
  const parts = named.split('/')
  const [first = '', word = ''] = parts
  const digits = parts.at(-1) ?? ''
  if (!/^\d{4}$/.test(digits)) return null
  const year = Number(digits)
  if (parts.length === 2) return roundWithDesks({ formId: first, year })
  const kind = kinds.find((each) => each === word)
  return kind ? roundWithDesks({ programme: first, kind, year }) : null
}
