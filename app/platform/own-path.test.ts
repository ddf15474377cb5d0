import { expect, it } from 'vitest'
import { ownPath } from './own-path'

it.each(['/arenden', '/arenden/1?visa=fel', '/hjalp#fragor'])('keeps %s', (path) => {
  expect(ownPath(path)).toBe(path)
})

it.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'arenden',
  '',
  null,
  undefined,
])('refuses %j', (path) => {
  expect(ownPath(path)).toBeUndefined()
})
