import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { submittedPdf } from '~/reviews/documents.server'
import { outgoing } from '~/reviews/outgoing.server'

/** The submitted document, for reading in the page; `?spara` to take it home. */
export const loader = guard(caseRule('review'), async ({ request, who, caseAccess }) => {
  const download = new URL(request.url).searchParams.has('spara')
  return outgoing(await submittedPdf(caseAccess.caseId, who.user.id), download)
})
