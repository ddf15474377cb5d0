import { requestPage } from '~/cases/request-page.server'
import { guard } from '~/platform/access/guard.server'
import { requestRule } from '~/platform/access/rules.server'
import { fileResponse } from '~/platform/file-response.server'
import { getFile } from '~/platform/files.server'

/** A file that belongs to the document. A hash from another one opens nothing. */
export const loader = guard(requestRule('see'), async ({ params, who, now, language, requestAccess }) => {
  const { view } = await requestPage(requestAccess.requestId, who.user.id, language, now)
  const file = view.attachments.find(({ sha256 }) => sha256 === params.sha256)
  if (!file) throw new Response(null, { status: 404 })
  return fileResponse(await getFile(file.sha256), file)
})
