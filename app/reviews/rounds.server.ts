import { loadForm } from '~/cases/form-versions.store.server'
import type { Language } from '~/forms/text'
import { type RoundSummary, roundsOfAgencies } from '~/grants/rounds/rounds.store.server'
import { roundNames } from './round.server'

export interface ListedRound extends RoundSummary {
  /** «Personligt ombud: återrapportering för 2020» */
  readonly title: string
}

/** The rounds in which the agencies have a desk, with their titles: the latest deadline first. */
export async function rounds(agencyIds: readonly string[], language: Language, now: Date): Promise<ListedRound[]> {
  const found = await roundsOfAgencies(agencyIds, now)
  return Promise.all(
    found.map(async (round) => ({
      ...round,
      title: roundNames(await loadForm(round.formVersionId), round, language).title,
    })),
  )
}
