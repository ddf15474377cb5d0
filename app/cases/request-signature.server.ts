import { canonicalText, freeze, sha256Hex } from '~/forms/record'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { putFile } from '~/platform/files.server'
import { type MandateProblem, mandateProblem } from '~/signing/mandates'
import { openConflicts } from './answers.store.server'
import type { StoredCase } from './case.store.server'
import { type CheckedCase, checkCase } from './check.server'
import { jointProblem } from './joint.server'
import { tellSignatories } from './notices.server'
import { certifyingPartners } from './partners.server'
import { printRecord } from './print.server'
import {
  type HeldMandate,
  hasWorkedOn,
  loadRequest,
  lockCase,
  mandatesOf,
  storeRequest,
} from './signature.store.server'

/** Somebody who can be asked to sign, or why not now. */
export interface Candidate {
  readonly mandate: HeldMandate
  readonly problem?: MandateProblem
}

/** Everyone with a mandate in the organisation, for it or as a further signer (`role`): those who can sign this case first. */
export async function candidates(
  caseId: string,
  organisationId: string,
  now: Date,
  role: string | null = null,
): Promise<Candidate[]> {
  const mandates = await mandatesOf(organisationId, role)
  const judged = await Promise.all(
    mandates.map(async (mandate): Promise<Candidate> => {
      const problem = mandateProblem(mandate, now, await hasWorkedOn(caseId, mandate.holder.id))
      return problem ? { mandate, problem } : { mandate }
    }),
  )
  return judged.sort((a, b) => Number(a.problem !== undefined) - Number(b.problem !== undefined))
}

/**
 * Freezes the record, renders the document from it and the chosen mandate alone, stores both by hash, locks the
 * answers and tells the signatory, and whoever else the form asks for. The signatures will use these mandates and no other.
 *
 * @throws PortalError notFound, invalid (not complete, or a mandate is missing or does not hold; `samePerson`: one person
 * would sign twice), conflict (a choice between two officers' answers waits; `joint`: another case of the round stands in the way), stale (answers changed meanwhile), locked
 * @returns the request's id
 */
export async function requestSignature(input: {
  readonly caseId: string
  readonly mandateId: string
  /** The mandate of each further signer, by `signers` of the form, and of each partner's (`partnerRole`). */
  readonly further?: Readonly<Record<string, string>>
  readonly message: string
  readonly requester: { readonly id: string; readonly name: string }
  readonly now: Date
}): Promise<string> {
  const checked = await checkCase(input.caseId, 'sv')
  const { stored, form, judgement } = checked
  if (stored.state === 'awaitingSignature') throw new PortalError('locked')
  if (stored.state !== 'started') throw new PortalError('closed')
  if (!judgement.complete) throw new PortalError('invalid')
  if (await jointProblem(stored, form.definition, judgement.values)) throw new PortalError('conflict', 'joint')
  // Two officers have answered differently: what is signed must be what both know of.
  if ((await openConflicts(stored.id)).length > 0) throw new PortalError('conflict')
  const own = { organisationId: stored.organisationId, role: null }
  const chosen = await chosenMandate(stored, input.mandateId, own, input.now)
  const further = await furtherMandates(checked, input)
  const people = [chosen, ...further.map(({ mandate }) => mandate)].map(({ holder }) => holder.id)
  if (new Set(people).size < people.length) throw new PortalError('invalid', 'samePerson')
  const { holder, title, decision } = chosen
  const record = freeze(form, judgement, {
    case: {
      id: stored.id,
      ...(stored.caseNumber ? { caseNumber: stored.caseNumber } : {}),
      ...(stored.ownCaseNumber ? { ownCaseNumber: stored.ownCaseNumber } : {}),
    },
    formVersion: stored.formVersion,
    round: {
      programme: stored.programme,
      kind: stored.kind,
      year: stored.year,
      deadline: stored.deadline.toISOString(),
    },
    surroundings: stored.surroundings,
    frozenAt: input.now,
  })
  const recordText = canonicalText(record)
  const recordHash = sha256Hex(recordText)
  const pdf = await printRecord({
    checked,
    record,
    recordText,
    recordHash,
    signatory: { name: holder.name, title, organisation: stored.organisationName, decision },
    further: further.map(({ role, mandate, partner }) => ({
      role,
      name: mandate.holder.name,
      title: mandate.title,
      decision: mandate.decision,
      organisation: partner ?? stored.organisationName,
    })),
    requestedBy: input.requester.name,
  })
  const { sha256: pdfHash } = await putFile(pdf)
  return transaction(async (tx) => {
    const locked = await lockCase(tx, stored.id)
    if (locked.state !== 'started' || locked.revision !== stored.revision) throw new PortalError('stale')
    const requestId = await storeRequest(tx, {
      caseId: stored.id,
      revision: stored.revision,
      record: recordText,
      recordHash,
      pdfHash,
      requesterId: input.requester.id,
      signatoryId: holder.id,
      mandateId: chosen.id,
      further: further.map(({ role, mandate }) => ({
        role,
        signatoryId: mandate.holder.id,
        mandateId: mandate.id,
      })),
      message: input.message.trim() || null,
      requestedAt: input.now,
    })
    await audit(tx, {
      actor: input.requester.id,
      action: 'signature.requested',
      entity: `case:${stored.id}`,
      details: {
        request: requestId,
        signatory: holder.id,
        mandate: chosen.id,
        ...(further.length > 0 ? { further: further.map(({ mandate }) => mandate.id) } : {}),
        recordHash,
        pdfHash,
      },
    })
    await tellSignatories(tx, { request: await loadRequest(requestId, tx), checked, record })
    return requestId
  })
}

/** @throws PortalError invalid: there is no such mandate for this, or it does not hold */
async function chosenMandate(
  stored: StoredCase,
  mandateId: string | undefined,
  { organisationId, role }: { readonly organisationId: string; readonly role: string | null },
  now: Date,
): Promise<HeldMandate> {
  const people = await candidates(stored.id, organisationId, now, role)
  const chosen = people.find(({ mandate }) => mandate.id === mandateId)
  if (!chosen || chosen.problem) throw new PortalError('invalid')
  return chosen.mandate
}

interface FurtherMandate {
  readonly role: string
  readonly mandate: HeldMandate
  /** Whom it is for, where that is a partner. */
  readonly partner?: string
}

/** @throws PortalError invalid: one of them is missing or does not hold */
async function furtherMandates(
  { stored, form, judgement }: CheckedCase,
  { further = {}, now }: { readonly further?: Readonly<Record<string, string>>; readonly now: Date },
): Promise<FurtherMandate[]> {
  const own = (form.definition.signers ?? []).map(async ({ id: role }) => ({
    role,
    mandate: await chosenMandate(stored, further[role], { organisationId: stored.organisationId, role }, now),
  }))
  const partners = (await certifyingPartners(form.definition, judgement.values)).map(
    async ({ role, name, organisationId }) => {
      if (organisationId === undefined) throw new PortalError('invalid')
      const mandate = await chosenMandate(stored, further[role], { organisationId, role: null }, now)
      return { role, mandate, partner: name }
    },
  )
  return Promise.all([...own, ...partners])
}
