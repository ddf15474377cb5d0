import { SMTPServer } from 'smtp-server'
import { env } from '../env.server'

/** A real mail server in this process. */
export interface MailServer {
  /** What it has taken, whole. */
  readonly received: string[]
  /** Makes it refuse what comes. */
  refusing: boolean
  stop(): Promise<void>
}

/** Starts a mail server and has the portal send by it until it is stopped. */
export async function startMailServer(): Promise<MailServer> {
  const received: string[] = []
  const state = { received, refusing: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (part) => {
        text += part
      })
      stream.on('end', () => {
        if (state.refusing) return done(new Error('the disk is full'))
        state.received.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  Object.assign(env(), { BIDRA_SMTP_URL: `smtp://127.0.0.1:${port}` })
  const stop = async () => {
    Object.assign(env(), { BIDRA_SMTP_URL: undefined })
    await new Promise<void>((resolve) => server.close(resolve))
  }
  return Object.assign(state, { stop })
}
