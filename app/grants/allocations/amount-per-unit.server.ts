import { readRecord } from '~/cases/read-record'
import type { CompiledForm } from '~/forms/compile'
import { handedInCases } from './handed-in.store.server'
import { type Share, sharesOf, unitsIn } from './shares'

/** What an agency's applicants have applied for in a round whose form says what an award is counted by. */
export interface AppliedFor {
  /** In the question's smallest unit: 280 for 2,80 posts, where `scale` is 2. */
  readonly units: number
  readonly scale: number
  readonly applicants: readonly Applicant[]
  /** Recipients that have handed in nothing, by their short names. */
  readonly waiting: readonly string[]
}

interface Applicant {
  readonly name: string
  readonly code: string
  readonly orgNumber: string
  readonly units: number
}

/** Undefined: the form of the round names nothing that an award is counted by (`figures.per`). */
export async function appliedFor(
  form: CompiledForm,
  roundId: string,
  agencyId: string,
): Promise<AppliedFor | undefined> {
  const { per } = form.definition.figures
  if (per === undefined) return undefined
  const type = form.type(per)
  const scale = type.type === 'decimal' ? type.scale : 0
  const cases = await handedInCases(roundId, agencyId)
  const applicants = cases.flatMap(({ name, code, orgNumber, record }): Applicant[] =>
    record === null
      ? []
      : [{ name, code: code ?? '', orgNumber: orgNumber ?? '', units: unitsIn(readRecord(record).answers[per]) }],
  )
  return {
    units: applicants.reduce((sum, { units }) => sum + units, 0),
    scale,
    applicants,
    waiting: cases.filter(({ record }) => record === null).map(({ shortName }) => shortName),
  }
}

/**
 * What everybody gets, as a list like those that agencies hand over themselves, so that it is looked at, agreed to and
 * logged as they are. Of decimals of two, the posts stand in it, too.
 */
export function listOf(applied: AppliedFor, kronorPerUnit: number): { readonly text: string; readonly sum: number } {
  const { applicants, scale } = applied
  const shares = sharesOf(applicants, kronorPerUnit, scale)
  const cells = ({ name, code, orgNumber, units, kronor }: Share<Applicant>) => [
    name,
    code,
    orgNumber,
    ...(scale === 2 ? [(units / 100).toFixed(2).replace('.', ',')] : []),
    String(kronor),
  ]
  const headings = ['Kommun', 'Kommunkod', 'Organisationsnummer', ...(scale === 2 ? ['Tjänster'] : []), 'Belopp']
  return {
    text: [headings, ...shares.map(cells)].map((line) => line.join(';')).join('\n'),
    sum: shares.reduce((sum, { kronor }) => sum + kronor, 0),
  }
}
