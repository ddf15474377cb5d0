import { createHash, randomBytes } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { env } from './env.server'
import { getFile, hasFile, putFile, readStream } from './files.server'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const folder = () => join(env().dataFolder, 'files')

async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000)
}

test('bytes and streams are kept by their hash, once', async () => {
  const bytes = randomBytes(2_500_000)
  const first = await putFile(bytes)
  expect(first).toEqual({ sha256: hashOf(bytes), size: bytes.length })
  expect(await putFile(inParts(bytes))).toEqual(first)
  expect(Buffer.compare(await getFile(first.sha256), bytes)).toBe(0)
  const parts: Uint8Array[] = []
  for await (const part of await readStream(first.sha256)) parts.push(part)
  expect(hashOf(Buffer.concat(parts))).toBe(first.sha256)
  expect(await readdir(join(folder(), first.sha256.slice(0, 2)))).toEqual([first.sha256])
})

test('an empty file is a file', async () => {
  const { sha256 } = await putFile(new Uint8Array())
  expect((await getFile(sha256)).length).toBe(0)
})

test('what is too large, or breaks off, leaves nothing behind', async () => {
  await expect(putFile(inParts(randomBytes(200_000)), 100_000)).rejects.toMatchObject({ code: 'tooLarge' })
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield randomBytes(10)
    throw new Error('the line went dead')
  }
  await expect(putFile(breaking())).rejects.toThrow('dead')
  expect(await readdir(join(folder(), 'incoming'))).toEqual([])
})

test('what is not there is not found, whatever was asked for', async () => {
  for (const name of ['0'.repeat(64), '../../database.json', '']) {
    await expect(readStream(name)).rejects.toMatchObject({ code: 'notFound' })
    expect(await hasFile(name)).toBe(false)
  }
})

test('a damaged file is not handed out as what it was', async () => {
  const { sha256 } = await putFile(Buffer.from('the receipt'))
  await writeFile(join(folder(), sha256.slice(0, 2), sha256), 'the deceit')
  await expect(getFile(sha256)).rejects.toThrow('damaged')
})
