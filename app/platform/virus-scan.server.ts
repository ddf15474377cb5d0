import { connect } from 'node:net'
import { env } from './env.server'
import { PortalError } from './errors'

const chunk = 64 * 1024
const patience = 60_000

/**
 * Lets clamd look through a file before it is stored, where one is configured (`BIDRA_CLAMD`, host:port or the path of
 * its socket). Without one, nothing is scanned.
 *
 * @throws PortalError infected · unavailable, when the scanner does not answer: a file is never taken unseen
 */
export async function scanForViruses(
  bytes: Uint8Array,
  address: string | undefined = env().BIDRA_CLAMD,
): Promise<void> {
  if (!address) return
  const answer = await askClamd(address, bytes).catch(() => {
    throw new PortalError('unavailable', 'the virus scanner does not answer')
  })
  if (/\bFOUND$/.test(answer)) throw new PortalError('infected', answer)
  if (!/\bOK$/.test(answer)) throw new PortalError('unavailable', `the virus scanner answered: ${answer}`)
}

/** clamd's INSTREAM: length-prefixed chunks, a length of zero at the end, one line back. */
function askClamd(address: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const [, host = '', port = ''] = /^([^/]*):(\d+)$/.exec(address) ?? []
    const socket = port ? connect(Number(port), host) : connect(address)
    let answer = ''
    socket.setTimeout(patience, () => socket.destroy(new Error('timeout')))
    socket.on('error', reject)
    socket.on('data', (data) => {
      answer += data.toString('utf8')
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: clamd ends its line with NUL
    socket.on('end', () => resolve(answer.replace(/\u0000/g, '').trim()))
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.length; at += chunk) {
      const part = bytes.subarray(at, at + chunk)
      socket.write(lengthOf(part.length))
      socket.write(part)
    }
    socket.write(lengthOf(0))
  })
}

function lengthOf(size: number): Buffer {
  const prefix = Buffer.alloc(4)
  prefix.writeUInt32BE(size)
  return prefix
}
