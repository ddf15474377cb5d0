import { z } from 'zod'
import type { LocalText } from '~/forms/text'
import { db } from '~/platform/db.server'

/** A further signer that published forms ask for, and so what a mandate can be for. */
export interface SignerRole {
  readonly id: string
  readonly label: LocalText
}

const signers = z.array(z.object({ id: z.string(), role: z.object({ sv: z.string(), en: z.string() }) }))

/** Every further signer that a published form asks for, each once, in the words of the newest form. */
export async function signerRoles(): Promise<readonly SignerRole[]> {
  const rows = await db().$queryRaw<{ signers: unknown }[]>`
    SELECT definition -> 'signers' AS signers FROM "FormVersion"
    WHERE definition ? 'signers' ORDER BY "publishedAt", version`
  const all = rows.flatMap((row) => signers.safeParse(row.signers).data ?? [])
  return [...new Map(all.map(({ id, role }) => [id, { id, label: role }])).values()]
}
