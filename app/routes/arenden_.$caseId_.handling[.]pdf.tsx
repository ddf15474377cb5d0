import { loadCase } from '~/cases/case.store.server'
import { fileStem } from '~/cases/print.server'
import { loadSubmission } from '~/cases/submission.store.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { fileResponse } from '~/platform/file-response.server'
import { getFile } from '~/platform/files.server'

/** The sealed document of the latest submission. */
export const loader = guard(caseRule('read'), async ({ request, who, caseAccess }) => {
  const { caseId } = caseAccess
  const submission = await loadSubmission({ caseId })
  if (!submission?.sealedPdfHash) throw new Response(null, { status: 404 })
  const pdf = await getFile(submission.sealedPdfHash)
  const details = { submission: submission.id, sha256: submission.sealedPdfHash }
  await transaction((tx) =>
    audit(tx, { actor: who.user.id, action: 'document.download', entity: `case:${caseId}`, details }),
  )
  const name = `${fileStem(await loadCase(caseId))}.pdf`
  return fileResponse(pdf, { name, type: 'application/pdf', download: new URL(request.url).searchParams.has('spara') })
})
