import { checkCase } from '~/cases/check.server'
import { deadlineCalendar } from '~/cases/deadline-calendar.server'
import { caseHeading } from '~/cases/heading.server'
import { fileStem } from '~/cases/print.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { fileResponse } from '~/platform/file-response.server'

/** The last day of one case. */
export const loader = guard(caseRule('keep'), async ({ now, language, caseAccess }) => {
  const checked = await checkCase(caseAccess.caseId, language)
  const { title, organisation, agency } = caseHeading(checked, language, now)
  const { id, deadline } = checked.stored
  const calendar = deadlineCalendar([{ id, title, organisation, agency, deadline }], language, now)
  if (!calendar) throw new Response(null, { status: 404 })
  const name = `${fileStem(checked.stored)}.ics`
  return fileResponse(Buffer.from(calendar), { name, type: 'text/calendar; charset=utf-8' })
})
