import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { submittedAttachment } from '~/reviews/documents.server'
import { outgoing } from '~/reviews/outgoing.server'

/** An attachment of what was submitted. A hash from another case opens nothing. */
export const loader = guard(caseRule('review'), async ({ params, who, caseAccess }) =>
  outgoing(await submittedAttachment(caseAccess.caseId, params.sha256 ?? '', who.user.id), false),
)
