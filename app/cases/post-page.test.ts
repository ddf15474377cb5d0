import { beforeAll, expect, test } from 'vitest'
import { fileText } from '~/kinds/posted'
import { attach } from './attach.server'
import { filesOfCase, toPosted } from './post-page.server'
import { filledCase, seedBotkyrka } from './testing/botkyrka'

const now = new Date('2021-01-15T09:42:07Z')
const bytes = Buffer.from('%PDF-1.7\n%âãÏÓ\ntrailer <</Root 1 0 R>>\n%%EOF\n', 'latin1')
let caseId: string
let userId: string
let file: Awaited<ReturnType<typeof attach>>

beforeAll(async () => {
  const place = await seedBotkyrka()
  userId = place.ylva.id
  caseId = await filledCase(place, place.ylva, now)
  file = await attach({ caseId, name: 'kvitto.pdf', bytes, userId, now })
})

async function posted(of: string, text: string) {
  const fields = new FormData()
  fields.set('receipt', text)
  return toPosted({ costs: { n1: { receipt: text } } }, await filesOfCase(of, fields))
}

test('a row may post a file that its case has, also under another name', async () => {
  expect(await posted(caseId, fileText(file))).toEqual({ costs: { n1: { receipt: file } } })
  const renamed = { ...file, name: 'hyra.pdf' }
  expect(await posted(caseId, fileText(renamed))).toEqual({ costs: { n1: { receipt: renamed } } })
})

test('a name that had to be cut is still that of its file when it is posted again', async () => {
  const long = await attach({ caseId, name: `${'å'.repeat(119)}.bin`, bytes, userId, now })
  expect(await posted(caseId, fileText(long))).toEqual({ costs: { n1: { receipt: long } } })
})

test.each([
  ['of another case', () => '00000000-0000-4000-8000-000000000000', () => file],
  ['that nobody has', () => caseId, () => ({ ...file, sha256: 'f'.repeat(64) })],
  ['of another type', () => caseId, () => ({ ...file, type: 'text/html' })],
  ['under the name of a program', () => caseId, () => ({ ...file, name: 'kvitto.exe' })],
  ['under a path', () => caseId, () => ({ ...file, name: '../kvitto.pdf' })],
  ['of another size', () => caseId, () => ({ ...file, size: file.size + 1 })],
])('a file %s stays a text', async (_what, of, made) => {
  const text = fileText(made())
  expect(await posted(of(), text)).toEqual({ costs: { n1: { receipt: text } } })
})

test('what only begins as a file is a text', async () => {
  for (const text of ['file:', 'file:{', 'file:{"name":1}', 'file:null'])
    expect(await posted(caseId, text)).toEqual({ costs: { n1: { receipt: text } } })
})
