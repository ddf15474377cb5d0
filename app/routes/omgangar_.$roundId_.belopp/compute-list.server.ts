import { redirect } from '@remix-run/node'
import type { TFunction } from 'i18next'
import { decimalOf, formatDecimal } from '~/forms/format'
import type { Language } from '~/forms/text'
import { appliedFor, listOf } from '~/grants/allocations/amount-per-unit.server'
import { readKronor } from '~/grants/allocations/amounts'
import { keepList } from '~/grants/allocations/kept-list.server'
import { perUnitOf } from '~/grants/allocations/shares'
import { PortalError } from '~/platform/errors'
import type { NamedRound } from '~/reviews/round.server'
import { fieldNames } from '../omgangar_.$roundId_.tilldelning/list-address'

/** Why no list was computed, at the field that it is about. */
export interface NotComputed {
  readonly agency: string
  readonly field: 'perUnit' | 'frame'
  readonly error: string
  readonly typed: { readonly perUnit: string; readonly frame: string }
}

interface Post {
  readonly fields: FormData
  readonly round: NamedRound
  readonly agencyIds: readonly string[]
  readonly now: Date
  readonly t: TFunction
}

/**
 * Computes what every applicant gets, from an amount per unit or from a frame, and leads to the preview of that list, where it is
 * agreed to like any other: nothing is stored here.
 *
 * @throws PortalError notFound: an agency that is not the manager's, or a form that names nothing to count by
 */
export async function computeList({ fields, round, agencyIds, now, t }: Post): Promise<NotComputed> {
  const [agency = '', perUnit = '', frame = ''] = ['agency', 'perUnit', 'frame'].map((name) =>
    String(fields.get(name) ?? '').trim(),
  )
  const applied = agencyIds.includes(agency) ? await appliedFor(round.form, round.id, agency) : undefined
  if (!applied) throw new PortalError('notFound')
  const typed = { perUnit, frame }
  const refuse = (field: NotComputed['field'], error: string): NotComputed => ({
    agency,
    field,
    error: t(error),
    typed,
  })
  // Before the deadline more may come in, and a frame would have to be shared anew.
  if (now <= round.deadline) return refuse('perUnit', 'tooEarly')
  if (perUnit === '' && frame === '') return refuse('perUnit', 'neither')
  if (perUnit !== '' && frame !== '') return refuse('frame', 'both')
  const field = perUnit === '' ? 'frame' : 'perUnit'
  const read = readKronor(typed[field], 1)
  if (read.type !== 'kronor') return refuse(field, 'notKronor')
  const amount = field === 'perUnit' ? read.kronor : perUnitOf(read.kronor, applied.units, applied.scale)
  if (amount === undefined) return refuse(field, 'nothing')
  const { text, sum } = listOf(applied, amount)
  const name = t('listName', { amount: new Intl.NumberFormat('sv-SE').format(amount) })
  const query = new URLSearchParams({
    [fieldNames.list]: await keepList(round.id, name, new TextEncoder().encode(text)),
    [fieldNames.agency]: agency,
    [fieldNames.total]: String(sum),
  })
  throw redirect(`/omgangar/${round.id}/tilldelning?${query}`, 303)
}

/** «12,50» */
export const shownUnits = (units: number, scale: number, language: Language): string =>
  formatDecimal(decimalOf(BigInt(units), scale), language)
