import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { scanForViruses } from './virus-scan.server'

/** The standard harmless test file, in two halves so that no scanner stops this one. */
const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))

let server: Server | undefined
afterEach(() => server?.close())

/** Speaks clamd's INSTREAM and knows one signature. */
async function startScanner(): Promise<string> {
  server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('data', (data) => {
      received = Buffer.concat([received, data])
      const content = streamOf(received)
      if (content) socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

/** The whole content, when its end has come. */
function streamOf(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const size = received.readUInt32BE(at)
    if (size === 0) return Buffer.concat(parts)
    parts.push(received.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return undefined
}

test('a clean file passes, also one of many chunks', async () => {
  const address = await startScanner()
  await expect(scanForViruses(Buffer.from('protokoll'), address)).resolves.toBeUndefined()
  await expect(scanForViruses(Buffer.alloc(300_000, 7), address)).resolves.toBeUndefined()
})

test('an infected file is refused', async () => {
  const address = await startScanner()
  await expect(scanForViruses(eicar, address)).rejects.toMatchObject({ code: 'infected' })
})

test('when the scanner is down, no file is taken unseen', async () => {
  await expect(scanForViruses(eicar, '127.0.0.1:1')).rejects.toMatchObject({ code: 'unavailable' })
})

test('without a scanner nothing is scanned', async () => {
  await expect(scanForViruses(eicar, undefined)).resolves.toBeUndefined()
})
