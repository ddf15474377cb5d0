import { postedIn } from '~/cases/contributions/post.server'
import { stepOfContribution } from '~/cases/contributions/received.server'
import { saveContribution } from '~/cases/contributions/save.server'
import { takeKnown } from '~/cases/post-page.server'
import { formatTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { contributionLink } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import type { SaveAnswer } from '~/views/step/use-autosave'

/** The autosave of a contribution: what was typed is stored, right or wrong; the answer says how the page looks now. */
export const action = guard(contributionLink, async ({ request, contributionId, now, language }) => {
  const fields = await request.formData()
  const known = takeKnown(fields)
  try {
    const saved = await saveContribution({
      contributionId,
      posted: postedIn(fields),
      ...(known ? { known: postedIn(known) } : {}),
      now,
      language,
    })
    const step = fields.has('issues') ? (await stepOfContribution(contributionId, language, now)).step : undefined
    const answer: SaveAnswer = {
      ...saved,
      overtaken: false,
      savedAt: formatTime(now, language),
      conflicts: [],
      ...(step ? { issues: step.issues } : {}),
    }
    return Response.json(answer)
  } catch (error) {
    if (isPortalError(error)) return Response.json({ error: error.code }, { status: error.status })
    throw error
  }
})
