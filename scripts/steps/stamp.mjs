import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

/** SHA-256 over the names and contents of files and folders (below `root`; what is missing counts as empty). */
export async function fingerprint(root, paths, { skip = () => false, also = [] } = {}) {
  const hash = createHash('sha256').update(JSON.stringify(also))
  for (const path of paths) await add(join(root, path))
  return hash.digest('hex')

  async function add(path) {
    const name = relative(root, path)
    if (skip(name)) return
    const entries = await readdir(path).catch(() => undefined)
    if (entries) {
      for (const entry of entries.sort()) await add(join(path, entry))
      return
    }
    const content = await readFile(path).catch(() => '')
    hash.update(`${name} ${content.length}\n`).update(content)
  }
}

/** Whether the work that a stamp stands for has been done for just this fingerprint. */
export async function isStamped(file, print) {
  return (await readFile(file, 'utf8').catch(() => '')) === print
}

/** Does the work and stamps it. A stamp never outlives half-done work. */
export async function stamped(file, print, work) {
  await rm(file, { force: true })
  await work()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, print)
}
