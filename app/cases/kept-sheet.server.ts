import { z } from 'zod'
import { PortalError } from '~/platform/errors'
import { getFile, putFile } from '~/platform/files.server'

const head = z.object({ bidra: z.literal('table'), caseId: z.string(), question: z.string(), name: z.string() })

/** Which table a file was handed over for. */
export interface SheetPlace {
  readonly caseId: string
  readonly questionId: string
}

/**
 * Keeps a file between reading it and agreeing to what it changes. It stands under a line that names its table: no other
 * file of the portal can be read as one by whoever knows its hash.
 *
 * @param name as the file was called; '' when it was pasted
 * @returns the name to find it by
 */
export async function keepSheet({ caseId, questionId }: SheetPlace, name: string, bytes: Uint8Array): Promise<string> {
  const line = `${JSON.stringify({ bidra: 'table', caseId, question: questionId, name: name.slice(0, 200) })}\n`
  const { sha256 } = await putFile(Buffer.concat([Buffer.from(line), bytes]))
  return sha256
}

/** @throws PortalError notFound: no file for this table */
export async function keptSheet(
  { caseId, questionId }: SheetPlace,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const stored = Buffer.from(await getFile(id))
  const end = stored.indexOf('\n')
  const read = head.safeParse(parsed(stored.subarray(0, Math.max(end, 0)).toString()))
  if (!read.success || read.data.caseId !== caseId || read.data.question !== questionId)
    throw new PortalError('notFound')
  return { name: read.data.name, bytes: stored.subarray(end + 1) }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
