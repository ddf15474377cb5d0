/** The little that our tests use of a package that ships no types. */
declare module 'oidc-provider' {
  import type { Server } from 'node:http'

  export default class Provider {
    constructor(issuer: string, configuration: object)
    listen(port: number, host: string, done: () => void): Server
    on(event: string, listener: (...details: unknown[]) => void): void
  }
}
