import { formContext } from '~/cases/context.server'
import { loadForm } from '~/cases/form-versions.store.server'
import type { CompiledForm } from '~/forms/compile'
import type { Surroundings } from '~/forms/surroundings'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { roundById, type StoredRound } from '~/grants/rounds/rounds.store.server'
import { PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'

/** What a round is called. */
export interface RoundNames {
  /** «Personligt ombud: återrapportering för 2020» */
  readonly title: string
  /** «Personligt ombud» */
  readonly shortTitle: string
  /** For files: «Personligt ombud återrapportering 2020» */
  readonly fileTitle: string
}

/** A round with its form, as the agency's pages and exports name it. */
export interface NamedRound extends StoredRound, RoundNames {
  readonly form: CompiledForm
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

/** The form's own names, with the round's year in their live values. */
export function roundNames(
  form: CompiledForm,
  round: Pick<StoredRound, 'year' | 'deadline' | 'kind'>,
  language: Language,
): RoundNames {
  const surroundings = roundSurroundings(round)
  const { definition } = form
  const shortTitle = resolveText(form, definition.shortTitle, language, { surroundings })
  const t = translator(language, 'review')
  return {
    title: resolveText(form, definition.title, language, { surroundings }),
    shortTitle,
    fileTitle: t(`roundName.${round.kind}`, { title: shortTitle, year: round.year }),
  }
}

/** What a kind may know when it names the columns of a whole round. */
export function roundContext(form: CompiledForm, round: Pick<StoredRound, 'year' | 'deadline'>, language: Language) {
  const surroundings = roundSurroundings(round)
  return {
    ...formContext(language),
    text: (text: Readonly<Record<Language, string>>) => resolveText(form, text, language, { surroundings }),
  }
}
