import { redirect } from '@remix-run/node'
import { deadlineCalendar } from '~/cases/deadline-calendar.server'
import { myCases } from '~/cases/my-cases.server'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isAgency } from '~/platform/access/who'
import { fileResponse } from '~/platform/file-response.server'
import { translator } from '~/platform/i18n/translator.server'

/** The last days of everything that is to be handed in. */
export const loader = guard(
  organisationRole('officer', 'signatory', 'viewer', 'administrator'),
  async ({ now, language, organisations }) => {
    const ids = organisations.filter(({ kind }) => !isAgency(kind)).map(({ id }) => id)
    if (ids.length === 0) throw new Response(null, { status: 404 })
    const cases = await myCases(ids, language, now)
    const calendar = deadlineCalendar(
      cases.filter(({ submittedAt }) => submittedAt === null),
      language,
      now,
    )
    // Everything is handed in: there is nothing to remember.
    if (!calendar) return redirect('/arenden')
    const name = `${translator(language, 'calendar')('fileName')}.ics`
    return fileResponse(Buffer.from(calendar), { name, type: 'text/calendar; charset=utf-8' })
  },
)
