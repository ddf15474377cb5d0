const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  tooEarly: 409,
  conflict: 409,
  stale: 409,
  locked: 409,
  closed: 409,
  tooLarge: 413,
  wrongType: 415,
  infected: 422,
  tooMany: 429,
  unavailable: 503,
} as const

/**
 * What went wrong, for a program. The words for a person are `errors:<code>` in the locales.
 *
 * - `stale`: what the person saw is no longer what is stored · `locked`: it must not change now (a signature is
 *   requested, or it is submitted) · `conflict`: two acts exclude each other · `closed`, `tooEarly`: not open any more, not open yet
 * - `unavailable`: something outside (mail, storage, scanner) does not answer; trying again may help
 */
export type ErrorCode = keyof typeof statusOf

/** An expected refusal by a use case. Everything else that is thrown is a fault. */
export class PortalError extends Error {
  override readonly name = 'PortalError'
  readonly code: ErrorCode
  /** What the message to a person needs (a name, a limit), and nothing secret: it may be shown. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: ErrorCode, message: string = code, details: Readonly<Record<string, string | number>> = {}) {
    super(message)
    this.code = code
    this.details = details
  }

  /** HTTP status that fits. */
  get status(): number {
    return statusOf[this.code]
  }
}

/** By name and not by class: the server and the built application hold a copy of this module each. */
export function isPortalError(error: unknown): error is PortalError {
  return error instanceof Error && error.name === 'PortalError' && 'code' in error
}
