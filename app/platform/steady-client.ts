import pg from 'pg'

/**
 * A connection whose loss is no fault of the process. A pool takes its own listener off a connection that it hands out:
 * when the server dies at that very moment, nobody hears the error, which ends a Node process. Whoever uses the
 * connection hears of its loss by the statement that fails.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}
