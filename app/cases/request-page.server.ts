import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { RequestView } from '~/views/signing/signing'
import { summarise } from '~/views/summary/summarise'
import type { Summary } from '~/views/summary/summary'
import { loadCase } from './case.store.server'
import { formContext } from './context.server'
import { changesSince } from './difference.server'
import { figuresOf } from './figures.server'
import { loadForm } from './form-versions.store.server'
import { deadlineView } from './heading.server'
import { lastYear } from './last-year.server'
import { fileStem } from './print.server'
import { readRecord } from './read-record'
import { signingProblem } from './sign.server'
import { latestRequest, loadRequest, type StoredRequest } from './signature.store.server'

/**
 * A request for a signature, from the frozen record alone, with what it is about in brief, and every answer as text.
 *
 * @throws PortalError notFound
 */
export async function requestPage(
  requestId: string,
  userId: string,
  language: Language,
  now: Date,
): Promise<{ readonly view: RequestView; readonly summary: Summary }> {
  const request = await loadRequest(requestId)
  const stored = await loadCase(request.caseId)
  const form = await loadForm(stored.formVersionId)
  const record = readRecord(request.record)
  const { surroundings, answers } = record
  const context = formContext(language, stored.recipientCode)
  const text = (local: Parameters<typeof resolveText>[1]) =>
    resolveText(form, local, language, { surroundings, values: answers })
  const summary = summarise(form, { state: 'record', record }, context)
  const { date, time, tone } = deadlineView(stored.deadline, stored.extended, language, now)
  const view: RequestView = {
    id: request.id,
    caseId: request.caseId,
    state: request.state,
    title: text(form.definition.title),
    organisation: stored.organisationName,
    agency: surroundings.agency.name,
    requester: request.requester.name,
    signatory: {
      name: request.signatory.name,
      me: request.signatory.id === userId,
      title: request.mandate?.title,
      decision: request.mandate?.decision,
    },
    message: request.message ?? undefined,
    closedAt: request.closedAt ? formatDateTime(request.closedAt, language) : undefined,
    declineReason: request.declineReason ?? undefined,
    deadline: { date, time, past: tone === 'past' },
    figures: figuresOf(form, record, context),
    affirmation: text(form.definition.affirmation),
    lastYear: lastYear(form, record, context),
    recordHash: request.recordHash,
    pdfHash: request.pdfHash,
    fileName: `${fileStem(stored)}.pdf`,
    attachments: summary.attachments,
    ...(request.state === 'open' && request.signatory.id === userId && { problem: await signingProblem(request, now) }),
    ...(request.state === 'voided' && (await sinceVoided(request, language))),
  }
  return { view, summary }
}

async function sinceVoided(
  request: StoredRequest,
  language: Language,
): Promise<Pick<RequestView, 'changes' | 'newer'>> {
  const [changes, latest] = await Promise.all([changesSince(request.id, language), latestRequest(request.caseId)])
  const newer = latest?.state === 'open' && latest.signatory.id === request.signatory.id ? latest.id : undefined
  return { changes, newer }
}
