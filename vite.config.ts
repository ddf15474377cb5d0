import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import options from './remix.config.js'

/**
 * Two chunks that every page shares and browsers keep: the libraries, and the widgets. Left alone, each icon and
 * each widget becomes a request of its own.
 */
function sharedChunk(id: string): string | undefined {
  if (/\.css|\/app\/ui\/pdf-pages/.test(id)) return undefined
  if (/\/node_modules\/(react|react-dom|scheduler|@remix-run|i18next|react-i18next)\//.test(id)) return 'libraries'
  if (/\/node_modules\/@navikt\/|\/app\/ui\//.test(id)) return 'ui'
  return undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(options)],
  resolve: { alias: { '~': new URL('./app', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 800,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: sharedChunk } } }),
  },
}))
