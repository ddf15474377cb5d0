import { readingCopy } from '~/cases/print.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { fileResponse } from '~/platform/file-response.server'

/** The reading copy: the form, empty, marked UTKAST. */
export const loader = guard(caseRule('keep'), async ({ now, language, caseAccess }) => {
  const { pdf, fileName } = await readingCopy(caseAccess.caseId, 'empty', language, now)
  return fileResponse(pdf, { name: fileName, type: 'application/pdf' })
})
