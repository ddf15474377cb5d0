import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { say } from './progress.mjs'
import { runOrFail } from './run.mjs'
import { fingerprint, isStamped, stamped } from './stamp.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))

const pack = promisify(brotliCompress)

/** Installs the packages of the lock, unless that has been done. `npm ci` fails where a registry lacks other platforms' packages. */
export async function install() {
  const stamp = join(root, 'node_modules', '.bidra-installed')
  const files = ['package.json', 'package-lock.json']
  const print = () => fingerprint(root, files, { also: [process.version, process.platform, process.arch] })
  if (await isStamped(stamp, await print())) return
  say('Installing packages (about a minute the first time)')
  const npm = process.env.npm_execpath
  const args = ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const command = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args]
  await runOrFail('Installing packages', command[0], command[1], { cwd: root, env: { NODE_ENV: '' } })
  await stamped(stamp, await print(), async () => {})
}

/** Makes the database client from prisma/schema.prisma, unless that has been done. */
export async function generate() {
  const stamp = join(root, 'app', 'generated', '.made')
  const print = await fingerprint(root, ['prisma/schema.prisma', 'node_modules/@prisma/client/package.json'])
  if (await isStamped(stamp, print)) return
  say('Making the database client')
  await stamped(stamp, print, () =>
    runOrFail('prisma generate', process.execPath, [program('prisma', 'build/index.js'), 'generate'], {
      cwd: root,
      env: { PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'scripts', 'schema-engine.mjs'), CHECKPOINT_DISABLE: '1' },
    }),
  )
}

/** Builds the portal, unless its sources are those of the last build. */
export async function build() {
  const stamp = join(root, 'build', '.made')
  const sources = [
    'app',
    'server',
    'scripts/steps/bundle-server.mjs',
    'prisma/schema.prisma',
    'locales',
    'public',
    'vite.config.ts',
    'remix.config.js',
    'tsconfig.json',
    'package-lock.json',
  ]
  const print = await fingerprint(root, sources, {
    skip: (name) => /\.test\.tsx?$|^app\/generated\//.test(name.replaceAll('\\', '/')),
    also: [process.version],
  })
  if (await isStamped(stamp, print)) return
  say('Building the portal (about half a minute)')
  await stamped(stamp, print, async () => {
    const options = { cwd: root, env: { NODE_ENV: 'production' } }
    await runOrFail('Building', process.execPath, [program('@remix-run/dev', 'dist/cli.js'), 'vite:build'], options)
    const bundle = join(root, 'scripts', 'steps', 'bundle-server.mjs')
    await runOrFail('Bundling the server', process.execPath, [bundle], options)
    await packAssets(join(root, 'build', 'client', 'assets'))
  })
}

/** Packs what browsers load with Brotli, once, so that the server need not. */
async function packAssets(folder) {
  const names = (await readdir(folder)).filter((name) => /\.(m?js|css|svg|json|wasm)$/.test(name))
  await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(folder, name))
      if (content.length < 1_000) return
      const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
      await writeFile(join(folder, `${name}.br`), await pack(content, { params }))
    }),
  )
}

function program(name, path) {
  return join(root, 'node_modules', name, path)
}
