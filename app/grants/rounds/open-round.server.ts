import { loadForm } from '~/cases/form-versions.store.server'
import { roundAmounts } from '~/forms/rates'
import type { Tx } from '~/platform/db.server'
import { latestVersion } from '../publish.store.server'
import { addRecipients, addRound, findRound, type NewDesk, type NewRecipient } from './rounds.store.server'

export interface NewRound {
  /** The id of a published form; the round is bound to its newest version. */
  readonly formId: string
  readonly year: number
  readonly opensAt: Date
  readonly deadline: Date
  /** Every amount that the form asks for (`roundAmounts`), by its key. */
  readonly rates: Readonly<Record<string, number>>
  readonly desks: readonly NewDesk[]
  readonly recipients: readonly NewRecipient[]
}

/** A round as it would be stored: its form known, its rates and desks complete. */
export interface PreparedRound extends NewRound {
  readonly programme: string
  readonly kind: 'application' | 'return' | 'survey'
  readonly formVersionId: string
}

/** Binds a round to the newest version of its form and looks at it before anything is stored. */
export async function prepareRound(round: NewRound): Promise<PreparedRound> {
  const version = await latestVersion(round.formId)
  if (!version) throw new Error(`No form ${round.formId} has been published.`)
  const { definition } = await loadForm(version.id)
  const missing = roundAmounts(definition.rates).filter(({ key }) => round.rates[key] === undefined)
  if (missing.length > 0)
    throw new Error(`${round.formId} ${round.year} lacks the rates ${missing.map(({ key }) => key).join(', ')}.`)
  const desks = new Set(round.desks.map(({ agencyId }) => agencyId))
  if (round.recipients.some(({ agencyId }) => !desks.has(agencyId))) {
    throw new Error(`${round.formId} ${round.year} has recipients of an agency without a desk.`)
  }
  return { ...round, programme: definition.programme, kind: definition.kind, formVersionId: version.id }
}

/**
 * Opens a round: the round, its desks, its awards and one unopened case for each recipient. The surroundings of a case
 * are copied when its officer opens it. A round that is there already (same form and year) stays as it is
 * and only gets the recipients that it lacks.
 *
 * @returns the round's id
 */
export async function openRound(tx: Tx, round: PreparedRound): Promise<string> {
  const { programme, kind, year, formVersionId, opensAt, deadline, rates } = round
  const known = await findRound(tx, round.formId, year)
  const id =
    known?.id ?? (await addRound(tx, { programme, kind, year, formVersionId, opensAt, deadline, rates }, round.desks))
  await addRecipients(tx, { id, formVersionId }, round.recipients)
  return id
}
