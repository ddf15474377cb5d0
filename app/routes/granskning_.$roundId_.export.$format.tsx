import { createReadableStreamFromReadable } from '@remix-run/node'
import { guard } from '~/platform/access/guard.server'
import { agencyRule } from '~/platform/access/rules.server'
import { fileResponse } from '~/platform/file-response.server'
import { exportRound, readFormat } from '~/reviews/export/export-round.server'
import { readFilter } from '~/reviews/worklist-filter'

/** The list as a file, with the list's own rights and filter. */
export const loader = guard(agencyRule('review'), async ({ request, params, who, agencies, language, now }) => {
  const format = readFormat(params.format)
  if (!format) throw new Response(null, { status: 404 })
  const scope = { roundId: params.roundId ?? '', agencyIds: agencies.map(({ agencyId }) => agencyId), now }
  const filter = readFilter(new URL(request.url).searchParams)
  const { stream, fileName, contentType } = await exportRound(scope, filter, format, language, who.user.id)
  return fileResponse(createReadableStreamFromReadable(stream), { name: fileName, type: contentType, download: true })
})
