import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin, type Rollup } from 'vite'
import options from './remix.config.js'

/** The pages whose weight counts: the frame of all of them, and the page on which answers are written. */
const light = /\/app\/(root|entry\.client|routes\/arenden_\.\$caseId_\.sida\.\$pageId)\.tsx/

/**
 * Three chunks that pages share and browsers keep: the libraries, the widgets that a form page needs, and all other
 * widgets. Left alone, each icon and each widget becomes a request of its own.
 */
function sharedChunks(): Rollup.GetManualChunk {
  let onFormPages: ReadonlySet<string> | undefined
  return (id, modules) => {
    if (/\.css|\/app\/ui\/pdf-pages/.test(id)) return undefined
    if (/\/node_modules\/(react|react-dom|scheduler|@remix-run|i18next|react-i18next)\//.test(id)) return 'libraries'
    // What loads parts later is needed by whatever begins.
    if (id.includes('vite/preload-helper')) return 'ui'
    if (!/\/node_modules\/(@navikt|date-fns)\/|\/app\/ui\//.test(id)) return undefined
    onFormPages ??= importedBy(light, modules)
    return onFormPages.has(id) ? 'ui' : 'widgets'
  }
}

/** Everything that the modules named so load at once. */
function importedBy(names: RegExp, { getModuleIds, getModuleInfo }: Rollup.ManualChunkMeta): ReadonlySet<string> {
  const found = new Set([...getModuleIds()].filter((id) => names.test(id)))
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}

/** Aksel brings its Norwegian words, with a calendar's, to every page. Ours replace them: app/ui/aksel-texts.ts. */
const withoutNorwegian: Plugin = {
  name: 'without-norwegian',
  enforce: 'pre',
  resolveId: (id, importer) => (/\/nb\.js$/.test(id) && importer?.includes('/@navikt/') ? '\0nothing' : undefined),
  load: (id) => (id === '\0nothing' ? 'export default {}' : undefined),
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(options), ...(isSsrBuild ? [] : [withoutNorwegian])],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 800,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: sharedChunks() } } }),
  },
}))
