#!/usr/bin/env node
/**
 * Bundles the server's own code into build/portal/, with packages left where they are: starting it takes a fraction of the
 * time that compiling its files one by one would.
 */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '~': `${root}app` } },
  build: {
    ssr: true,
    outDir: 'build/portal',
    target: 'node20',
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    rollupOptions: {
      input: { main: 'server/main.ts', testing: 'server/testing-portal.ts' },
      // The built pages are found when the portal runs.
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
