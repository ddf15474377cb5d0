import { expect, it } from 'vitest'
import { localPath } from './local-path'

it.each([
  ['/arenden/1/sida/klienter?visa=fel#total', '/arenden/1/sida/klienter?visa=fel#total'],
  ['/', '/'],
  ['/a/../organisation', '/organisation'],
  ['/logga-ut', undefined],
  ['/logga-in/lank/x', undefined],
  ['/demo', undefined],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['/\t/evil.example', undefined],
  ['https://evil.example', undefined],
  ['javascript:alert(1)', undefined],
  ['organisation', undefined],
  ['', undefined],
  [null, undefined],
  [`/${'x'.repeat(3000)}`, undefined],
])('%s leads to %s', (text, expected) => {
  expect(localPath(text)).toBe(expected)
})
