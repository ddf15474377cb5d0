import type { RoundKind } from '~/generated/prisma/enums'
import { isId } from '~/platform/access/facts'
import { roundWithDesks } from './rounds.store.server'

/** An agency with a desk in a round. */
export interface NamedDesk {
  readonly id: string
  readonly name: string
}

const kinds: readonly RoundKind[] = ['application', 'return', 'survey']

/** The round that an operator names, by its id or as «personligt-ombud/return/2020». */
export async function findNamedRound(
  named: string,
): Promise<{ readonly id: string; readonly desks: readonly NamedDesk[] } | null> {
  if (!named.includes('/')) return isId(named) ? roundWithDesks({ id: named }) : null
  const [programme = '', word = '', digits = ''] = named.split('/')
  const kind = kinds.find((each) => each === word)
  return kind && /^\d{4}$/.test(digits) ? roundWithDesks({ programme, kind, year: Number(digits) }) : null
}
