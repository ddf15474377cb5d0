import { formContext } from '~/cases/context.server'
import { loadForm } from '~/cases/form-versions.store.server'
import type { CompiledForm } from '~/forms/compile'
import type { Surroundings } from '~/forms/surroundings'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { roundById, type StoredRound } from '~/grants/rounds/rounds.store.server'
import { PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'

/** A round with its form, as the agency's pages and exports name it. */
export interface NamedRound extends StoredRound {
  readonly form: CompiledForm
  /** «Personligt ombud» */
  readonly shortTitle: string
  /** «Personligt ombud återrapportering 2020» */
  readonly name: string
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
  return { ...round, form, ...roundNames(form, round, language) }
}

/** What a round is called; with the kind of round in the name, since an application and a return may share a title. */
export function roundNames(
  form: CompiledForm,
  round: Pick<StoredRound, 'year' | 'deadline' | 'kind'>,
  language: Language,
): { readonly shortTitle: string; readonly name: string } {
  const surroundings = roundSurroundings(round)
  const shortTitle = resolveText(form, form.definition.shortTitle, language, { surroundings })
  const t = translator(language, 'review')
  return { shortTitle, name: t(`roundName.${round.kind}`, { title: shortTitle, year: round.year }) }
}

/** What a kind may know when it names the columns of a whole round. */
export function roundContext(form: CompiledForm, round: Pick<StoredRound, 'year' | 'deadline'>, language: Language) {
  const surroundings = roundSurroundings(round)
  return {
    ...formContext(language),
    text: (text: Readonly<Record<Language, string>>) => resolveText(form, text, language, { surroundings }),
  }
}
