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

/** The process's log: JSON lines on standard output. */
export function log(): Logger {
  globalThis.bidraLog ??= pino({
    level: process.env.BIDRA_LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
    redact: { paths: secret, censor: '•' },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  })
  return globalThis.bidraLog
}
