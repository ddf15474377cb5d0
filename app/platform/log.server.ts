import pino, { type Logger } from 'pino'

declare global {
  var bidraLog: Logger | undefined
}

/** Nothing that identifies a session, opens a door or holds an answer is logged. */
const secret = [
  'req.headers.cookie',
  'req.headers.authorization',
  'res.headers["set-cookie"]',
  '*.password',
  '*.secret',
  '*.token',
]

/** An error as it is worth reading. Database drivers hang their whole connection, with its password, on theirs. */
function brief(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  return {
    type: name,
    message,
    ...('code' in error && { code: error.code }),
    stack,
    ...(error.cause instanceof Error && { cause: brief(error.cause) }),
  }
}

/** The process's log: JSON lines on standard output. */
export function log(): Logger {
  globalThis.bidraLog ??= pino({
    level: process.env.BIDRA_LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
    redact: { paths: secret, censor: '•' },
    serializers: { err: brief },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  })
  return globalThis.bidraLog
}
