export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A file to post. */
export interface PostedFile {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Answer {
  readonly status: number
  /** Path and query of a redirect. */
  readonly location: string | undefined
  readonly headers: Headers
  readonly bytes: Buffer
  readonly text: string
}

/** Somebody with a browser's cookies and no browser: asks the portal over HTTP and follows no redirects by themselves. */
export class Visitor {
  readonly origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string, session?: string) {
    this.origin = origin
    if (session) this.#cookies.set('bidra', session)
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#ask(path, { headers })
  }

  /** As a form of the portal posts it; with files as `multipart/form-data`. */
  post(
    path: string,
    fields: Fields = {},
    { headers = {}, files = [] }: { headers?: Readonly<Record<string, string>>; files?: readonly PostedFile[] } = {},
  ): Promise<Answer> {
    const body = files.length > 0 ? new FormData() : new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    if (body instanceof FormData)
      for (const { field, name, type, bytes } of files)
        body.append(field, new File([Uint8Array.from(bytes)], name, { type }))
    return this.#ask(path, { method: 'POST', body, headers: { origin: this.origin, ...headers } })
  }

  /** Becomes one of the demonstration's people. */
  async become(userId: string): Promise<this> {
    const { status, location } = await this.post('/demo', { person: userId })
    if (status !== 302 || location !== '/') throw new Error(`Nobody can become ${userId} (${status})`)
    return this
  }

  async #ask(path: string, init: RequestInit & { headers: Readonly<Record<string, string>> }): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, this.origin), {
      ...init,
      redirect: 'manual',
      // Nobody looks at packed bytes here, and packing them takes both sides' time.
      headers: { 'accept-encoding': 'identity', ...(cookie && { cookie }), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (pair.length === at + 1) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const bytes = Buffer.from(await response.arrayBuffer())
    const target = response.headers.get('location')
    const url = target === null ? undefined : new URL(target, this.origin)
    return {
      status: response.status,
      location: url && `${url.origin === this.origin ? '' : url.origin}${url.pathname}${url.search}`,
      headers: response.headers,
      bytes,
      get text() {
        return bytes.toString('utf8')
      },
    }
  }
}
