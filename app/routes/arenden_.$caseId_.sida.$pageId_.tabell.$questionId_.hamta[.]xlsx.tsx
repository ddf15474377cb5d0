import { redirect } from '@remix-run/node'
import { exportTable } from '~/cases/export-table.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { fileResponse } from '~/platform/file-response.server'
import { translator } from '~/platform/i18n/translator.server'

/** A table of the case to fill in with Excel. */
export const loader = guard(caseRule('write'), async ({ params, who, language, caseAccess }) => {
  if (caseAccess.state !== 'started') throw redirect(`/arenden/${caseAccess.caseId}`)
  const { pageId = '', questionId = '' } = params
  const t = translator(language, 'sheet')
  const which = { caseId: caseAccess.caseId, pageId, questionId, userId: who.user.id, language }
  const { bytes, ...file } = await exportTable(which, {
    guide: t('guide'),
    chooseTitle: t('chooseTitle'),
    chooseText: t('chooseText'),
    lines: ({ label, form, organisation, hasGivenRows }) => [
      label,
      t('guideFrom', { form, organisation }),
      hasGivenRows ? t('guideGiven') : t('guideRows'),
      t('guideHeadings'),
      t('guideHidden'),
      t('guideBack'),
    ],
  }).catch((error: unknown) => {
    if (isPortalError(error)) throw new Response(null, { status: error.status })
    throw error
  })
  return fileResponse(bytes, { ...file, size: bytes.length, download: true })
})
