import { expect, test } from 'vitest'
import { describeVerification } from './describe'
import type { Verification, VerifiedSignature } from './verification'

const person: VerifiedSignature = {
  role: 'person',
  name: 'Kim Korallrot',
  organisation: 'Botkyrka kommun',
  title: 'Stöd- och utvecklingschef',
  method: 'mailLink',
  at: '2021-01-15T09:41:52.000Z',
  timestampBy: 'Oberoende tidsstämplar AB',
  intact: true,
  trusted: true,
  timestampValid: true,
  coversContent: true,
  trial: false,
  problems: [],
}
const { title: _title, method: _method, ...common } = person
const seal: VerifiedSignature = { ...common, role: 'seal', name: 'Bidra', at: '2021-01-15T09:42:07.000Z' }
const hash = '3f7a91c20be4d58e77c1f6a294d03b18e5a8c06d12f94b738a60de51c7b2490f'
const authentic: Verification = {
  verdict: 'authentic',
  signatures: [person, seal],
  changes: [],
  recordHash: hash,
  statedHash: hash,
  record: '{"surroundings":{"agency":{"name":"Länsstyrelsen Stockholm"},"recipient":{"name":"Botkyrka kommun"}}}',
  intactLength: 1,
  trial: false,
}
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a genuine document: one verdict, five lines, all good', () => {
  const words = describeVerification(authentic, 'sv', 'found')
  expect(words.state).toBe('good')
  expect(plain(words.text)).toContain(
    'Botkyrka kommun skickade till Länsstyrelsen Stockholm den 15 januari 2021 kl. 10.42.07',
  )
  expect(words.lines.map((line) => [line.id, line.state, line.mark])).toEqual([
    ['person', 'good', 'Giltig'],
    ['seal', 'good', 'Giltig'],
    ['timestamp', 'good', 'Giltig'],
    ['changes', 'good', 'Inga'],
    ['controlCode', 'good', 'Stämmer'],
  ])
  expect(plain(words.lines[0]?.detail ?? '')).toBe(
    'Stöd- och utvecklingschef, Botkyrka kommun. Skrev under 15 januari 2021 kl. 10.41.52, inloggad med länk till sin e-post.',
  )
  expect(words.lines[4]?.detail).toBe('3f7a91c2 0be4d58e … c7b2490f')
})

test('an appended box: the signatures are genuine but cover an earlier version, and the page is named', () => {
  const signatures = [person, seal].map((each) => ({ ...each, coversContent: false }))
  const words = describeVerification(
    { ...authentic, verdict: 'changed', signatures, changes: [{ page: 4, what: 'page' }] },
    'sv',
  )
  expect(words.state).toBe('bad')
  expect(words.lines.map((line) => [line.id, line.state, line.mark])).toEqual([
    ['person', 'warning', 'Gäller en tidigare version'],
    ['seal', 'warning', 'Gäller en tidigare version'],
    ['timestamp', 'good', 'Giltig'],
    ['changes', 'bad', '1 ändring'],
    ['controlCode', 'good', 'Stämmer'],
  ])
  expect(words.lines[3]?.detail).toBe('Sida 4 är ändrad.')
})

test('a changed byte: the signature is not valid', () => {
  const signatures = [{ ...person, intact: false }, seal]
  const words = describeVerification({ ...authentic, verdict: 'changed', signatures }, 'en')
  expect(words.lines[0]).toMatchObject({ state: 'bad', mark: 'Not valid' })
})

test('without a seal, without a register entry, on trial: each is said', () => {
  const words = describeVerification(
    { ...authentic, verdict: 'notSealed', signatures: [person], trial: true },
    'en',
    'notFound',
  )
  expect(words.state).toBe('warning')
  expect(words.text).toContain('on trial')
  expect(words.lines[1]).toMatchObject({ id: 'seal', state: 'warning', mark: 'Missing' })
  expect(words.lines[4]).toMatchObject({ id: 'controlCode', state: 'warning', mark: 'Not in the register' })
})

test.each(['unsigned', 'unreadable'] as const)('a file that is %s has a verdict and no lines', (verdict) => {
  const words = describeVerification({ verdict, signatures: [], changes: [], trial: false }, 'sv')
  expect(words.title.length).toBeGreaterThan(10)
  expect(words.lines).toEqual([])
})
