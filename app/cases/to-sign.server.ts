import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { RequestRow } from '~/views/signing/signing'
import { loadCase } from './case.store.server'
import { formContext } from './context.server'
import { figuresOf } from './figures.server'
import { loadForm } from './form-versions.store.server'
import { deadlineView } from './heading.server'
import { readRecord } from './read-record'
import { requestsFor, type StoredRequest } from './signature.store.server'
import { signerOf } from './signers'

/**
 * What waits for a person's signature, the nearest deadline first, and what they have signed or declined, the latest
 * first. Only of organisations that they belong to now.
 */
export async function toSign(
  userId: string,
  organisationIds: readonly string[],
  language: Language,
  now: Date,
): Promise<{ readonly open: readonly RequestRow[]; readonly answered: readonly RequestRow[] }> {
  const requests = await requestsFor(userId)
  const rows = await Promise.all(requests.map((request) => toRow(request, userId, language, now)))
  const mine = rows.filter(({ organisationId }) => organisationIds.includes(organisationId))
  return {
    open: mine
      .filter(({ row }) => row.state === 'open')
      .sort((a, b) => a.deadline.getTime() - b.deadline.getTime())
      .map(({ row }) => row),
    answered: mine.filter(({ row }) => row.state !== 'open').map(({ row }) => row),
  }
}

async function toRow(request: StoredRequest, userId: string, language: Language, now: Date) {
  const stored = await loadCase(request.caseId)
  const form = await loadForm(stored.formVersionId)
  const record = readRecord(request.record)
  const { surroundings } = record
  const { days, tone, day, month, date } = deadlineView(stored.deadline, stored.extended, language, now)
  // Signed by this person, though not by everybody yet, is answered.
  const signedAt = request.state === 'open' ? signerOf(request, userId)?.signedAt : undefined
  const closedAt = signedAt ?? request.closedAt
  const row: RequestRow = {
    id: request.id,
    caseId: request.caseId,
    state: signedAt ? 'signed' : request.state === 'signed' || request.state === 'declined' ? request.state : 'open',
    title: resolveText(form, form.definition.title, language, { surroundings }),
    organisation: stored.organisationName,
    agency: surroundings.agency.name,
    requester: request.requester.name,
    figures: figuresOf(form, record, formContext(language, stored.recipientCode)),
    requestedAt: formatDateTime(request.requestedAt, language),
    closedAt: closedAt ? formatDateTime(closedAt, language) : undefined,
    deadline: { days, tone, day, month, date },
  }
  const organisationId = signerOf(request, userId)?.partner?.id ?? stored.organisationId
  return { row, deadline: stored.deadline, organisationId }
}
