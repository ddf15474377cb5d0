import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { attachments } from './kind'

const file = (name: string, digit: string) => ({
  name,
  type: 'application/pdf',
  size: 48_213,
  sha256: digit.repeat(64),
})

it('reads stored files, each once', () => {
  const files = [file('a.pdf', 'a'), file('b.pdf', 'b')]
  expect(judged(attachments, {}, [...files, file('a.pdf', 'a')])).toEqual(files)
  expect(judged(attachments, {}, file('a.pdf', 'a'))).toEqual([file('a.pdf', 'a')])
})

it('passes over what is no stored file', () => {
  expect(judged(attachments, {}, ['a.pdf', '', { ...file('a.pdf', 'a'), sha256: 'no' }])).toBeUndefined()
})

it('has room for so many', () => {
  expect(judged(attachments, { max: 1 }, [file('a.pdf', 'a'), file('b.pdf', 'b')])).toEqual({
    '': 'Högst 1 fil får plats. Ta bort någon.',
  })
})
