import { formatFileSize } from '~/forms/file-size'
import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { PortalError } from '~/platform/errors'
import { getFile } from '~/platform/files.server'
import type { ReceiptView } from '~/views/signing/signing'
import { loadCase } from './case.store.server'
import { formContext } from './context.server'
import { figuresOf } from './figures.server'
import { loadForm } from './form-versions.store.server'
import { grantedSince } from './granted'
import { receiptAddresses } from './notices.server'
import { fileStem } from './print.server'
import { readRecord } from './read-record'
import { loadRequest } from './signature.store.server'
import { roleOf, titleAs } from './signers'
import { loadSubmission } from './submission.store.server'
import { timeApart } from './time-apart'

/**
 * The receipt of a case's latest submission.
 *
 * @throws PortalError notFound: nothing has been submitted
 */
export async function receiptOfCase(caseId: string, language: Language): Promise<ReceiptView> {
  const submission = await loadSubmission({ caseId })
  if (!submission?.signature) throw new PortalError('notFound')
  const { signature, receivedAt, sealedPdfHash } = submission
  const [stored, request] = await Promise.all([loadCase(caseId), loadRequest(submission.requestId)])
  const form = await loadForm(stored.formVersionId)
  const record = readRecord(submission.record)
  const { recipient, agency, award } = record.surroundings
  const size = sealedPdfHash && (await getFile(sealedPdfHash)).length
  // The deadline that decided, as far as it can be told: more time may have been given before signing, or afterwards.
  const frozen = new Date(record.round.deadline)
  const deadline = submission.late || receivedAt <= frozen ? frozen : stored.deadline
  return {
    caseId,
    title: resolveText(form, form.definition.title, language, record),
    organisation: recipient.name,
    orgNumber: recipient.orgNumber,
    agency: agency.name,
    agencyEmail: agency.contact.email,
    caseNumber: stored.caseNumber ?? award.caseNumber,
    ownCaseNumber: stored.ownCaseNumber ?? undefined,
    figures: figuresOf(form, record, formContext(language, stored.recipientCode)),
    granted: grantedSince(stored, award, language),
    receivedAt: formatDateTime(receivedAt, language, { seconds: true, weekday: true }),
    late: submission.late,
    apart: timeApart(deadline, receivedAt),
    signatures: [
      { name: signature.name, title: signature.title, at: signature.at },
      ...submission.further.map(({ name, title, role, at, partner }) => ({
        name,
        title: titleAs(title, roleOf(form.definition, role), language, partner),
        at,
      })),
    ].map((each) => ({ ...each, at: formatDateTime(each.at, language, { seconds: true }) })),
    recordHash: submission.recordHash,
    file: size ? { name: `${fileStem(stored)}.pdf`, size: formatFileSize(size, language) } : undefined,
    mailed: {
      done: submission.receiptSentAt !== null,
      to: receiptAddresses(record, request.requester.email, stored.organisationEmail),
    },
    reading: stored.state !== 'submitted',
    decided: stored.state === 'approved' || stored.state === 'closed',
  }
}
