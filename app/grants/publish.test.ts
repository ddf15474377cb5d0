import { expect, test } from 'vitest'
import { loadForm } from '~/cases/form-versions.store.server'
import { db } from '~/platform/db.server'
import { programmeForms, publishProgrammes } from './publish.server'

const now = new Date('2021-01-04T08:00:00Z')

test('publishes every built-in form once, also when two processes start at the same time', async () => {
  const [one, other] = await Promise.all([publishProgrammes(now), publishProgrammes(now)])
  expect(one.map(({ id }) => id)).toEqual(other.map(({ id }) => id))
  expect([...one, ...other].filter(({ isNew }) => isNew)).toHaveLength(one.length)
  expect(one.map(({ formId }) => formId)).toEqual(expect.arrayContaining(['po-application', 'po-return', 'bup-return']))
  expect(one.every(({ version }) => version === 1)).toBe(true)
  expect((await publishProgrammes(now)).every(({ isNew }) => !isNew)).toBe(true)
})

test('what was published is what the file says', async () => {
  for (const { form } of await programmeForms()) {
    const published = await publishProgrammes(now)
    const version = published.find(({ formId }) => formId === form.definition.id)
    expect(version?.hash).toBe(form.hash)
    expect((await loadForm(version?.id ?? '')).hash).toBe(form.hash)
  }
})

test('new content becomes the next version; the old one stays', async () => {
  const [first] = await publishProgrammes(now)
  const row = await db().formVersion.findUniqueOrThrow({ where: { id: first?.id ?? '' } })
  // As if another content had been published last.
  await db().formVersion.create({
    data: { formId: row.formId, version: 2, hash: 'f'.repeat(64), definition: {}, publishedAt: now },
  })
  const [again] = await publishProgrammes(now)
  expect(again).toMatchObject({ id: first?.id, version: 1, isNew: false })
  // As if the file had held something else, of which nothing is published.
  await db().formFile.updateMany({ data: { sha256: '0'.repeat(64) } })
  expect((await publishProgrammes(now)).map(({ id }) => id)).toContain(first?.id)
  expect(await db().formFile.count({ where: { sha256: '0'.repeat(64) } })).toBe(0)
  await expect(db().formVersion.update({ where: { id: row.id }, data: { version: 3 } })).rejects.toThrow()
})
