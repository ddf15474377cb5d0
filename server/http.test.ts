import { createServer, request, type Server } from 'node:http'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodyLimits } from './body-limits'
import { securityHeaders } from './security-headers'

let server: Server
let origin: string

beforeAll(async () => {
  const app = express()
  app.use(securityHeaders({ secure: true, signInOrigin: 'https://idp.example' }))
  app.use(bodyLimits)
  app.all('*', (_request, response) => {
    response.send(String(response.locals.cspNonce))
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

test('every answer has a nonce of its own, and only scripts with it run', async () => {
  const [one, two] = await Promise.all([fetch(origin), fetch(origin)])
  const [nonce, other] = [await one.text(), await two.text()]
  expect(nonce).not.toBe(other)
  expect(one.headers.get('content-security-policy')).toContain(`script-src 'strict-dynamic' 'nonce-${nonce}'`)
  expect(one.headers.get('referrer-policy')).toBe('same-origin')
  expect(one.headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('nobody frames a page; a document stands in our own pages only', async () => {
  const page = (await fetch(`${origin}/arenden`)).headers
  expect(page.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(page.get('x-frame-options')).toBe('DENY')
  const document = (await fetch(`${origin}/arenden/1/handling.pdf`)).headers
  expect(document.get('content-security-policy')).toContain("frame-ancestors 'self'")
})

test('a form leads to us or to the sign-in provider', async () => {
  const policy = (await fetch(origin)).headers.get('content-security-policy')
  expect(policy).toContain("form-action 'self' https://idp.example")
})

test('a post that is too large is turned away unread, and so is one of unknown size', async () => {
  const post = (body: BodyInit, type: string) =>
    fetch(origin, { method: 'POST', body, headers: { 'Content-Type': type } }).then(({ status }) => status)
  expect(await post('x'.repeat(1_000_000), 'application/x-www-form-urlencoded')).toBe(200)
  expect(await post('x'.repeat(5_000_000), 'application/x-www-form-urlencoded').catch(() => 413)).toBe(413)
  const unknown = await new Promise<number | undefined>((resolve) => {
    const call = request(origin, { method: 'POST' }, ({ statusCode }) => resolve(statusCode))
    call.write('a=1')
    call.end('&b=2')
  })
  expect(unknown).toBe(411)
})
