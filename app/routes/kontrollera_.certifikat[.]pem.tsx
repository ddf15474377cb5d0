import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { fileResponse } from '~/platform/file-response.server'
import { trustedPem } from '~/signing/authority.server'

/** The certificates that other programs need in order to trust what is signed and sealed here. */
export const loader = guard(anyone, async () =>
  fileResponse(Buffer.from(await trustedPem()), { name: 'bidra-certifikat.pem', type: 'application/x-pem-file' }),
)
