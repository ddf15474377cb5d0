import { Worker } from 'node:worker_threads'

/** Workers for what would stop the event loop: one file of plain JavaScript that answers one message at a time. */
export interface Threads<Given, Answer> {
  /** Rejects with what the thread says went wrong, or with ThreadOutOfReach. */
  run(given: Given): Promise<Answer>
  /** Ends the threads; what is under way is refused. The next use starts new ones. */
  stop(): Promise<void>
}

/** A thread ran out of time or memory over what it was given. */
export class ThreadOutOfReach extends Error {
  override readonly name = 'ThreadOutOfReach'
}

interface Job<Given, Answer> {
  readonly given: Given
  resolve(answer: Answer): void
  reject(error: Error): void
}

interface Thread<Given, Answer> {
  readonly worker: Worker
  job?: Job<Given, Answer>
  timer?: NodeJS.Timeout
}

type Reply<Answer> = { readonly answer: Answer } | { readonly error: string }

/**
 * Up to `most` threads, started when first needed. The file posts `{ answer }` or `{ error }` for each message. `patience`
 * (milliseconds) and `megabytes` bound what one job may take.
 */
export function threads<Given, Answer>(setup: {
  readonly file: () => string
  readonly most: number
  readonly workerData?: () => unknown
  readonly patience?: number
  readonly megabytes?: number
}): Threads<Given, Answer> {
  const hired: Thread<Given, Answer>[] = []
  const waiting: Job<Given, Answer>[] = []

  function next(): void {
    while (waiting.length > 0) {
      const thread = hired.find((each) => !each.job) ?? (hired.length < setup.most ? hire() : undefined)
      const job = thread && waiting.shift()
      if (!thread || !job) return
      thread.job = job
      thread.worker.ref()
      if (setup.patience !== undefined) {
        thread.timer = setTimeout(() => leave(thread, new ThreadOutOfReach('It took too long')), setup.patience)
      }
      thread.worker.postMessage(job.given)
    }
  }

  function hire(): Thread<Given, Answer> {
    const worker = new Worker(setup.file(), {
      // A test runner's or tsx's own loaders are of no use to plain JavaScript.
      execArgv: [],
      workerData: setup.workerData?.(),
      ...(setup.megabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: setup.megabytes } }),
    })
    const thread: Thread<Given, Answer> = { worker }
    worker.on('message', (reply: Reply<Answer>) => {
      const job = free(thread)
      // An idle thread must not keep the process alive.
      worker.unref()
      if ('answer' in reply) job?.resolve(reply.answer)
      else job?.reject(new Error(reply.error))
      next()
    })
    worker.on('error', (error: NodeJS.ErrnoException) =>
      leave(thread, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ThreadOutOfReach(error.message) : error),
    )
    worker.on('exit', (code) => leave(thread, new Error(`A thread ended (${code})`)))
    hired.push(thread)
    return thread
  }

  function free(thread: Thread<Given, Answer>): Job<Given, Answer> | undefined {
    const { job } = thread
    clearTimeout(thread.timer)
    delete thread.job
    return job
  }

  function leave(thread: Thread<Given, Answer>, error: Error): void {
    const at = hired.indexOf(thread)
    if (at >= 0) hired.splice(at, 1)
    void thread.worker.terminate()
    free(thread)?.reject(error)
    next()
  }

  return {
    run: (given) =>
      new Promise((resolve, reject) => {
        waiting.push({ given, resolve, reject })
        next()
      }),
    async stop() {
      await Promise.all(hired.splice(0).map(({ worker }) => worker.terminate()))
    },
  }
}
