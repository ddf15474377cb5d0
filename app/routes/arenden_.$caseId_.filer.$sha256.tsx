import { findAttachment } from '~/cases/attachment.store.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { fileResponse } from '~/platform/file-response.server'
import { getFile } from '~/platform/files.server'

/** A file of the case. A hash from another case opens nothing. */
export const loader = guard(caseRule('keep'), async ({ params, caseAccess }) => {
  const file = await findAttachment(caseAccess.caseId, params.sha256 ?? '')
  if (!file) throw new Response(null, { status: 404 })
  return fileResponse(await getFile(file.sha256), file)
})
