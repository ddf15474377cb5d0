import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from './root.server'

const flag = z.stringbool({ truthy: ['on', 'true', '1', 'yes'], falsy: ['off', 'false', '0', 'no'] })

const schema = z.object({
  /** PostgreSQL. Set by the start-up itself when the embedded server is used. */
  DATABASE_URL: z.string().min(1),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  /** The address that people see, without a slash at the end; stands in mails and decides whether cookies need https. */
  BIDRA_ORIGIN: z
    .url()
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  BIDRA_HOST: z.string().min(1).optional(),
  BIDRA_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
  /** Number of proxies in front that set X-Forwarded-For. */
  BIDRA_PROXIES: z.coerce.number().int().min(0).default(0),
  /** The demonstration: its people, the page to become any of them, the inbox of all mail. */
  BIDRA_DEMO: flag.default(false),
  /** Folder of files and of the embedded database. */
  BIDRA_DATA: z.string().min(1).optional(),
  BIDRA_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Connections of this process to the database. */
  BIDRA_POOL: z.coerce.number().int().min(2).max(200).default(12),
  /** Where people get help; stands on the public pages. */
  BIDRA_SUPPORT_MAIL: z.email().optional(),
  BIDRA_SMTP_URL: z.string().min(1).optional(),
  BIDRA_MAIL_FROM: z.string().min(3).default('Bidra <no-reply@localhost>'),
  BIDRA_S3_BUCKET: z.string().min(1).optional(),
  BIDRA_S3_ENDPOINT: z.url().optional(),
  BIDRA_S3_REGION: z.string().min(1).default('eu-north-1'),
  BIDRA_S3_ACCESS_KEY: z.string().min(1).optional(),
  BIDRA_S3_SECRET_KEY: z.string().min(1).optional(),
  BIDRA_OIDC_ISSUER: z.url().optional(),
  BIDRA_OIDC_CLIENT_ID: z.string().min(1).optional(),
  BIDRA_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the button says, e.g. «BankID». */
  BIDRA_OIDC_LABEL: z.string().min(1).optional(),
  BIDRA_CLAMD: z.string().min(1).optional(),
  /** The portal's e-seal: a P12 file and its password. */
  BIDRA_SEAL_P12: z.string().min(1).optional(),
  BIDRA_SEAL_PASSWORD: z.string().optional(),
  /** Who issues the signatories' certificates: a PEM file with a PKCS#8 key, its certificate and the chain above it. */
  BIDRA_ISSUER_PEM: z.string().min(1).optional(),
  /** An RFC 3161 service, and a PEM file with the roots that its stamps lead to. */
  BIDRA_TIMESTAMP_URL: z.url().optional(),
  BIDRA_TIMESTAMP_ROOTS: z.string().min(1).optional(),
})

export interface Env extends z.output<typeof schema> {
  readonly port: number
  readonly origin: string
  /** Undefined: every interface. A demonstration, which lets anybody in, is for this machine alone unless told otherwise. */
  readonly host: string | undefined
  readonly dataFolder: string
}

/** Reads settings; throws one error that names every setting that is wrong. An empty setting counts as not set. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`These settings (environment variables) are not usable:\n  ${wrong.join('\n  ')}`)
  }
  const port = result.data.BIDRA_PORT ?? result.data.PORT ?? 3000
  return {
    ...result.data,
    port,
    origin: result.data.BIDRA_ORIGIN ?? `http://localhost:${port}`,
    host: result.data.BIDRA_HOST ?? (result.data.BIDRA_DEMO ? '127.0.0.1' : undefined),
    dataFolder: result.data.BIDRA_DATA ?? join(projectRoot(), 'data'),
  }
}

let current: Env | undefined

/** The settings of this process, read once. */
export function env(): Env {
  current ??= readEnv(process.env)
  return current
}

/** Forgets what was read: the next use reads the environment again. */
export function forgetEnv(): void {
  current = undefined
}
