import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let found: string | undefined

/**
 * The folder of the portal itself, absolute: where package.json, prisma/ and app/programmes/ are. The same from the
 * sources, from the built bundle, from a worker thread and from a test.
 */
export function projectRoot(): string {
  found ??= ascend(dirname(fileURLToPath(import.meta.url))) ?? ascend(process.cwd())
  if (!found) throw new Error('The folder of Bidra was not found above this program')
  return found
}

function ascend(folder: string): string | undefined {
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && /"name":\s*"bidra"/.test(readFileSync(manifest, 'utf8'))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : ascend(parent)
}
