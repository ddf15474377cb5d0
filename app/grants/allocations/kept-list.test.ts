import { expect, test } from 'vitest'
import { sha256Hex } from '~/forms/record'
import { putFile } from '~/platform/files.server'
import { keepList, keptList } from './kept-list.server'

test('a list is found again in its own round, and nothing else is a list', async () => {
  const bytes = Buffer.from('Botkyrka;1\nNykvarn;2')
  const id = await keepList('round-1', 'lista.csv', bytes)
  expect(await keptList('round-1', id)).toEqual({ name: 'lista.csv', bytes, fileHash: sha256Hex(bytes) })
  await expect(keptList('round-2', id)).rejects.toMatchObject({ code: 'notFound' })
  const attachment = await putFile(Buffer.from('Sekretess;1\nAnnans;2'))
  await expect(keptList('round-1', attachment.sha256)).rejects.toMatchObject({ code: 'notFound' })
  await expect(keptList('round-1', '../../etc/passwd')).rejects.toMatchObject({ code: 'notFound' })
})
