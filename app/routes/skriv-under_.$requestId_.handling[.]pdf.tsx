import { loadCase } from '~/cases/case.store.server'
import { fileStem } from '~/cases/print.server'
import { loadRequest } from '~/cases/signature.store.server'
import { guard } from '~/platform/access/guard.server'
import { requestRule } from '~/platform/access/rules.server'
import { fileResponse } from '~/platform/file-response.server'
import { getFile } from '~/platform/files.server'

/** The very bytes that are signed, or would have been. */
export const loader = guard(requestRule('see'), async ({ requestAccess }) => {
  const { pdfHash, caseId } = await loadRequest(requestAccess.requestId)
  const [pdf, stored] = await Promise.all([getFile(pdfHash), loadCase(caseId)])
  return fileResponse(pdf, { name: `${fileStem(stored)}.pdf`, type: 'application/pdf' })
})
