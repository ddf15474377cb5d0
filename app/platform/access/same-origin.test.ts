import { describe, expect, it } from 'vitest'
import { isSameOrigin } from './same-origin'

const publicOrigin = 'https://bidra.example'
const request = (method: string, headers: Record<string, string>) =>
  new Request('http://bidra.internal:3000/organisation', { method, headers })

describe('a post comes from a page of ours', () => {
  it.each([
    ['a read, from anywhere', 'GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
    ['the browser says same origin', 'POST', { 'sec-fetch-site': 'same-origin' }, true],
    ['the person typed the address', 'POST', { 'sec-fetch-site': 'none' }, true],
    ['the browser says another site', 'POST', { 'sec-fetch-site': 'cross-site', origin: publicOrigin }, false],
    ['the browser says a sister domain', 'POST', { 'sec-fetch-site': 'same-site', origin: publicOrigin }, false],
    ['an older browser, our public address', 'POST', { origin: publicOrigin }, true],
    ['an older browser, the address that was asked', 'POST', { origin: 'http://bidra.internal:3000' }, true],
    ['an older browser, another origin', 'POST', { origin: 'https://evil.example' }, false],
    ['an older browser, another port', 'POST', { origin: 'http://bidra.internal:4000' }, false],
    ['an origin that is hidden', 'POST', { origin: 'null' }, false],
    ['nothing said at all', 'POST', {}, false],
    ['a delete is a change, too', 'DELETE', { origin: 'https://evil.example' }, false],
  ])('%s', (_what, method, headers, expected) => {
    expect(isSameOrigin(request(method, headers), publicOrigin)).toBe(expected)
  })
})
