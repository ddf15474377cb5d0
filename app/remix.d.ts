import '@remix-run/node'

declare module '@remix-run/node' {
  /** Loader data keeps its types over the wire: dates stay dates. */
  interface Future {
    v3_singleFetch: true
  }
}
