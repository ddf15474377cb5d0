import { guard } from '~/platform/access/guard.server'
import { demoOnly } from '~/platform/access/rules.server'
import { getFile } from '~/platform/files.server'
import { findLetter } from '~/platform/sign-in/inbox.server'

export const loader = guard(demoOnly, async ({ params }) => {
  const letter = await findLetter(params.mailId ?? '')
  const attachment = letter?.attachments.find(({ sha256 }) => sha256 === params.sha256)
  if (!attachment) throw new Response(null, { status: 404 })
  return new Response(Buffer.from(await getFile(attachment.sha256)), {
    headers: {
      'Content-Type': attachment.type,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
})
