/**
 * The options of Remix's Vite plugin; `vite.config.ts` hands them over.
 * Every `v3_*` flag is on, so that the next major version is a codemod.
 */
/** @type {import('@remix-run/dev').VitePluginConfig & Record<string, unknown>} */
const options = {
  appDirectory: 'app',
  buildDirectory: 'build',
  ignoredRouteFiles: ['**/*.test.{ts,tsx}'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
  },
}

export default options
