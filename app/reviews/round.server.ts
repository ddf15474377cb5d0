import { formContext } from '~/cases/context.server'
import { loadForm } from '~/cases/form-versions.store.server'
import type { CompiledForm } from '~/forms/compile'
import type { Surroundings } from '~/forms/surroundings'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { roundById, type StoredRound } from '~/grants/rounds/rounds.store.server'
import { PortalError } from '~/platform/errors'

/** A round with its form, as the agency's pages and exports name it. */
export interface NamedRound extends StoredRound {
  readonly form: CompiledForm
  /** «Personligt ombud, återrapportering», without the year */
  readonly shortTitle: string
}

/** What a text about a whole round can say: no recipient, no award. */
export function roundSurroundings(round: Pick<StoredRound, 'year' | 'deadline'>): Surroundings {
  return {
    round: { year: round.year, deadline: round.deadline.toISOString() },
    agency: { name: '', contact: {} },
    recipient: { name: '', shortName: '', contact: {} },
    award: {},
    rates: {},
  }
}

/** @throws PortalError notFound */
export async function loadRound(roundId: string, language: Language): Promise<NamedRound> {
  const round = await roundById(roundId)
  if (!round) throw new PortalError('notFound')
  const form = await loadForm(round.formVersionId)
  return { ...round, form, shortTitle: shortTitle(form, round, language) }
}

/** The form's short title with the round's own year in its live values. */
export function shortTitle(
  form: CompiledForm,
  round: Pick<StoredRound, 'year' | 'deadline'>,
  language: Language,
): string {
  return resolveText(form, form.definition.shortTitle, language, { surroundings: roundSurroundings(round) })
}

/** What a kind may know when it names the columns of a whole round. */
export function roundContext(form: CompiledForm, round: Pick<StoredRound, 'year' | 'deadline'>, language: Language) {
  const surroundings = roundSurroundings(round)
  return {
    ...formContext(language),
    text: (text: Readonly<Record<Language, string>>) => resolveText(form, text, language, { surroundings }),
  }
}
