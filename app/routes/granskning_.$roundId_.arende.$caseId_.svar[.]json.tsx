import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { submittedRecord } from '~/reviews/documents.server'
import { outgoing } from '~/reviews/outgoing.server'

/** The submitted answers as they were signed. */
export const loader = guard(caseRule('review'), async ({ who, caseAccess }) =>
  outgoing(await submittedRecord(caseAccess.caseId, who.user.id), true),
)
