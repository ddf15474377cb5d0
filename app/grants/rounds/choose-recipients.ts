import { indexRecipients, type Recipient } from '../register/recipients'

/** Who is entered in a round when it is opened. `later`: nobody yet, they come with their awards. */
export const recipientChoices = ['county', 'all', 'counties', 'list', 'later'] as const
export type RecipientChoice = (typeof recipientChoices)[number]

/** What an agency can choose among: a county board has its county, a national agency the country. */
export const choicesOf = (countyCode: string | null): readonly RecipientChoice[] =>
  countyCode === null ? ['all', 'counties', 'list', 'later'] : ['county', 'list', 'later']

export interface Chosen {
  readonly choice: RecipientChoice
  /** County codes, for `counties` */
  readonly counties: readonly string[]
  /** Names, codes or organisation numbers, one a line, for `list` */
  readonly list: string
}

/** A line of the list that is nobody who can be entered. */
export interface ListFault {
  readonly written: string
  readonly type: 'unknown' | 'outside' | 'twice'
  /** The nearest name, for `unknown`. */
  readonly suggestion: string | null
}

/**
 * The municipalities that a choice stands for, each once.
 *
 * @param countyCode of the county board that opens the round; null for a national agency
 */
export function chooseRecipients(
  all: readonly Recipient[],
  countyCode: string | null,
  { choice, counties, list }: Chosen,
): { readonly recipients: readonly Recipient[]; readonly faults: readonly ListFault[] } {
  const ours = all.filter((each) => countyCode === null || each.countyCode === countyCode)
  if (choice === 'later') return { recipients: [], faults: [] }
  if (choice === 'counties') {
    return { recipients: ours.filter((each) => each.countyCode && counties.includes(each.countyCode)), faults: [] }
  }
  if (choice !== 'list') return { recipients: ours, faults: [] }
  const index = indexRecipients(all)
  const chosen = new Map<string, Recipient>()
  const faults: ListFault[] = []
  for (const written of list.split(/[\n;\t]+/).map((line) => line.trim())) {
    if (written === '') continue
    const found = index.byName(written) ?? index.byNumber(written) ?? index.byCode(written)
    if (!found) faults.push({ written, type: 'unknown', suggestion: index.nearest(written)?.shortName ?? null })
    else if (!ours.includes(found)) faults.push({ written, type: 'outside', suggestion: null })
    else if (chosen.has(found.id)) faults.push({ written, type: 'twice', suggestion: null })
    else chosen.set(found.id, found)
  }
  return { recipients: [...chosen.values()], faults }
}
