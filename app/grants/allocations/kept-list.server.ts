import { z } from 'zod'
import { sha256Hex } from '~/forms/record'
import { PortalError } from '~/platform/errors'
import { getFile, putFile } from '~/platform/files.server'

/** A list that has been handed over and waits to be looked at. */
export interface KeptList {
  /** As the file was called; '' when it was pasted */
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256 of `bytes`, hex */
  readonly fileHash: string
}

const head = z.object({ bidra: z.literal('allocations'), roundId: z.string(), name: z.string() })

/**
 * Keeps a list between reading it and agreeing to it, so that nothing has to travel through the browser twice. It stands
 * under a line that names its round: no other file of the portal can be read as a list by whoever knows its hash.
 *
 * @returns the name to find it by
 */
export async function keepList(roundId: string, name: string, bytes: Uint8Array): Promise<string> {
  const line = `${JSON.stringify({ bidra: 'allocations', roundId, name: name.slice(0, 200) })}\n`
  const { sha256 } = await putFile(Buffer.concat([Buffer.from(line), bytes]))
  return sha256
}

/** @throws PortalError notFound: no list of this round */
export async function keptList(roundId: string, id: string): Promise<KeptList> {
  const stored = Buffer.from(await getFile(id))
  const end = stored.indexOf('\n')
  const read = head.safeParse(parsed(stored.subarray(0, Math.max(end, 0)).toString()))
  if (!read.success || read.data.roundId !== roundId) throw new PortalError('notFound')
  const bytes = stored.subarray(end + 1)
  return { name: read.data.name, bytes, fileHash: sha256Hex(bytes) }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
