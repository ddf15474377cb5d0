import type { FormDefinition } from '~/forms/definition'
import type { Json } from '~/forms/json'
import type { Tx } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { StoredCase } from './case.store.server'
import { alreadyIn, holdRound, leadOf, storePartners } from './joint.store.server'

/**
 * Why a case cannot be handed in beside others of its round: its recipient is named in the one of `names`, or those of `names`, whom
 * it names itself, are in another already.
 */
export interface JointProblem {
  readonly what: 'named' | 'partners'
  readonly names: readonly string[]
}

type Answers = Readonly<Record<string, Json>>

/** Undefined when nothing is in the way, and for forms without `joint`. */
export async function jointProblem(
  stored: StoredCase,
  { joint }: FormDefinition,
  answers: Answers,
  tx?: Tx,
): Promise<JointProblem | undefined> {
  if (!joint) return undefined
  const lead = await leadOf(stored.roundId, stored.organisationId, tx)
  if (lead) return { what: 'named', names: [lead.name] }
  const names = await alreadyIn(stored.roundId, partnersIn(answers, joint.partners), stored.id, tx)
  return names.length > 0 ? { what: 'partners', names } : undefined
}

/**
 * Keeps who is in a case, in the transaction that hands it in. Two that name each other wait for each other at the round.
 *
 * @throws PortalError conflict: somebody was faster
 */
export async function enterJointly(
  tx: Tx,
  stored: StoredCase,
  definition: FormDefinition,
  answers: Answers,
): Promise<void> {
  const { joint } = definition
  if (!joint) return
  await holdRound(tx, stored.roundId)
  if (await jointProblem(stored, definition, answers, tx)) throw new PortalError('conflict', 'joint')
  const codes = partnersIn(answers, joint.partners)
  await storePartners(tx, { roundId: stored.roundId, caseId: stored.id, codes })
}

/** The codes of the municipalities that a case names. */
export function partnersIn(answers: Answers, question: string): readonly string[] {
  const value = answers[question]
  return Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : []
}
