import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { env } from './env.server'
import { PortalError } from './errors'
import { bucketStore } from './files-bucket.server'

export interface StoredFile {
  /** Hex */
  readonly sha256: string
  /** Bytes */
  readonly size: number
}

/** A file on its way in: its bytes, or a stream of them. */
export type FileSource = Uint8Array | AsyncIterable<Uint8Array>

/** Where finished files are kept, by their hash. `path` is a complete file that the store takes over. */
export interface FileStore {
  has(sha256: string): Promise<boolean>
  adopt(path: string, file: StoredFile): Promise<void>
  read(sha256: string): Promise<Readable>
}

/**
 * Stores bytes under their SHA-256 and tells it. On stable storage when the promise resolves; the same bytes twice are
 * stored once. Above `maxSize` bytes: PortalError tooLarge, and nothing is kept.
 */
export async function putFile(source: FileSource, maxSize = Number.POSITIVE_INFINITY): Promise<StoredFile> {
  const folder = join(env().dataFolder, 'files', 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  try {
    const file = await writeDown(source, path, maxSize)
    if (!(await store().has(file.sha256))) await store().adopt(path, file)
    return file
  } finally {
    await rm(path, { force: true })
  }
}

/** All bytes of a file. PortalError notFound when it is not there; an error when it is not what was stored. */
export async function getFile(sha256: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of await readStream(sha256)) parts.push(part)
  const bytes = Buffer.concat(parts)
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) throw new Error(`The stored file ${sha256} is damaged: its content has hash ${found}`)
  return bytes
}

/** A file as a stream, for large downloads. PortalError notFound when it is not there. */
export async function readStream(sha256: string): Promise<Readable> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new PortalError('notFound')
  return store().read(sha256)
}

/** Whether a file with this hash is stored. */
export async function hasFile(sha256: string): Promise<boolean> {
  return /^[0-9a-f]{64}$/.test(sha256) && store().has(sha256)
}

async function writeDown(source: FileSource, path: string, maxSize: number): Promise<StoredFile> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const part of source instanceof Uint8Array ? [source] : source) {
      size += part.byteLength
      if (size > maxSize) throw new PortalError('tooLarge', `more than ${maxSize} bytes`, { maxSize })
      hash.update(part)
      await handle.writeFile(part)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), size }
}

function store(): FileStore {
  return env().BIDRA_S3_BUCKET ? bucketStore() : folderStore(join(env().dataFolder, 'files'))
}

/** A local folder, spread over 256 subfolders. A file appears under its name whole, or not at all. */
export function folderStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    async has(sha256) {
      return (await stat(pathOf(sha256)).catch(() => undefined)) !== undefined
    },
    async adopt(path, { sha256 }) {
      const target = pathOf(sha256)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(path, target)
      await syncFolder(dirname(target))
    },
    async read(sha256) {
      const path = pathOf(sha256)
      const found = await stat(path).catch(() => undefined)
      if (!found) throw new PortalError('notFound', `no file ${sha256}`)
      // Small files at once: a stream costs more than it saves.
      return found.size <= 1_048_576 ? Readable.from([await readFile(path)]) : createReadStream(path)
    },
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
