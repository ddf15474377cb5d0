import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from './env.server'
import { getFile, hasFile, putFile, readStream } from './files.server'

/** As much of S3 as the portal speaks: objects by path. */
const objects = new Map<string, Buffer>()
let server: Server

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '', 'http://s3').pathname
    if (request.method === 'PUT') {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part)
      objects.set(path, Buffer.concat(parts))
      return response.end()
    }
    const found = objects.get(path)
    response.statusCode = found ? 200 : 404
    if (!found) return response.end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>')
    response.setHeader('Content-Length', found.length)
    response.end(request.method === 'HEAD' ? undefined : found)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  Object.assign(env(), {
    BIDRA_S3_BUCKET: 'bidra',
    BIDRA_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    BIDRA_S3_ACCESS_KEY: 'key',
    BIDRA_S3_SECRET_KEY: 'secret',
  })
})

afterAll(async () => {
  Object.assign(env(), { BIDRA_S3_BUCKET: undefined })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

test('a file goes into the bucket under its hash, and comes back', async () => {
  const bytes = Buffer.from('en handling'.repeat(10_000))
  const { sha256 } = await putFile(bytes)
  expect([...objects.keys()]).toEqual([`/bidra/files/${sha256}`])
  expect(await hasFile(sha256)).toBe(true)
  expect(Buffer.compare(await getFile(sha256), bytes)).toBe(0)
})

test('what is stored is not sent again', async () => {
  const { sha256 } = await putFile(Buffer.from('en gång'))
  objects.set(`/bidra/files/${sha256}`, Buffer.from('untouched'))
  await putFile(Buffer.from('en gång'))
  expect(objects.get(`/bidra/files/${sha256}`)?.toString()).toBe('untouched')
})

test('what is not there is not found', async () => {
  const name = 'f'.repeat(64)
  expect(await hasFile(name)).toBe(false)
  await expect(readStream(name)).rejects.toMatchObject({ code: 'notFound' })
})
