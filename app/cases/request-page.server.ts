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
import { signerRows } from './signer-rows.server'
import { roleOf, signerOf, signersOf, titleAs } from './signers'

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
  const { definition } = form
  const mine = signerOf(request, userId)
  const shown = mine ?? signersOf(request)[0]
  const role = roleOf(definition, shown.role)
  const decliner = request.declinedBy ?? request.signatory
  const inWords = (at: Date | null) => (at ? formatDateTime(at, language) : undefined)
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
      name: shown.person.name,
      me: mine !== undefined,
      organisation: shown.partner?.name ?? stored.organisationName,
      title: shown.mandate ? titleAs(shown.mandate.title, role, language) : undefined,
      partner: shown.partner !== null,
      decision: shown.mandate?.decision,
      signedAt: request.state === 'open' ? inWords(shown.signedAt) : undefined,
    },
    signers: signerRows(request, definition, userId, language),
    declinedBy: { name: decliner.name, me: decliner.id === userId },
    message: request.message ?? undefined,
    closedAt: request.closedAt ? formatDateTime(request.closedAt, language) : undefined,
    declineReason: request.declineReason ?? undefined,
    deadline: { date, time, past: tone === 'past' },
    figures: figuresOf(form, record, context),
    affirmation: text(role?.affirmation ?? definition.affirmation),
    lastYear: lastYear(form, record, context),
    recordHash: request.recordHash,
    pdfHash: request.pdfHash,
    fileName: `${fileStem(stored)}.pdf`,
    attachments: summary.attachments,
    ...(request.state === 'open' && mine && !mine.signedAt && { problem: await signingProblem(request, mine, now) }),
    ...(request.state === 'voided' && (await sinceVoided(request, shown.person.id, language))),
  }
  return { view, summary }
}

async function sinceVoided(
  request: StoredRequest,
  signatoryId: string,
  language: Language,
): Promise<Pick<RequestView, 'changes' | 'newer'>> {
  const [changes, latest] = await Promise.all([changesSince(request.id, language), latestRequest(request.caseId)])
  const newer = latest?.state === 'open' && signerOf(latest, signatoryId) ? latest.id : undefined
  return { changes, newer }
}
