import { parse } from '@conform-to/react'
import { filesOfCase, readRevision, takeKnown, toPosted } from '~/cases/post-page.server'
import { savePage } from '~/cases/save-page.server'
import { stepOfCase } from '~/cases/step.server'
import { formatTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import type { SaveAnswer } from '~/views/step/use-autosave'

/** The autosave of a page: what was typed is stored, right or wrong; the answer says how the page looks now. */
export const action = guard(caseRule('write'), async ({ request, params, who, now, language, caseAccess }) => {
  const fields = await request.formData()
  const known = takeKnown(fields)
  const pageId = params.pageId ?? ''
  const { caseId } = caseAccess
  const postedIn = async (each: FormData) =>
    toPosted(parse(each, { resolve: (value) => ({ value }) }).payload, await filesOfCase(caseId, each))
  try {
    const saved = await savePage({
      caseId,
      pageId,
      posted: await postedIn(fields),
      ...(known ? { known: await postedIn(known) } : {}),
      revision: readRevision(fields.get('revision')),
      userId: who.user.id,
      now,
      language,
    })
    const step = fields.has('issues') ? (await stepOfCase(caseId, pageId, language, now)).step : undefined
    const answer: SaveAnswer = {
      revision: saved.revision,
      overtaken: saved.overtaken,
      savedAt: formatTime(now, language),
      visible: saved.visible,
      computed: saved.computed,
      hidden: saved.hidden,
      notOffered: saved.notOffered,
      conflicts: saved.conflicts.map(({ key, path }) => ({ key, path })),
      ...(step ? { issues: step.issues } : {}),
      ...(step?.nextPage ? { nextPage: step.nextPage } : {}),
    }
    return Response.json(answer)
  } catch (error) {
    if (isPortalError(error)) return Response.json({ error: error.code }, { status: error.status })
    throw error
  }
})
