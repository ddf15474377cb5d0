import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '~/platform/root.server'
import type { PrintedDocument } from './document'
import { sheetOf } from './sheet'

/** The fonts of every printed document, whole TTF files; nothing is ever taken from the machine. */
const fonts = [
  '400Regular/SourceSans3_400Regular',
  '600SemiBold/SourceSans3_600SemiBold',
  '700Bold/SourceSans3_700Bold',
]

/** Typesetting would stop the event loop, so it runs in threads of its own, started when first needed. */
const most = 2

interface Job {
  readonly id: number
  readonly sheet: string
  readonly record?: string
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

interface Setter {
  readonly worker: Worker
  job?: Job
}

type Answer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly error: string })

const setters: Setter[] = []
const waiting: Job[] = []
let last = 0

/**
 * Sets a document as PDF: PDF/A-3a and PDF/UA-1, our fonts only, the record embedded where there is one. Equal
 * documents give equal bytes. Rejects with UnprintableText (unprintable-text.ts) when a character of a document that
 * is to be signed cannot be printed.
 */
export async function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  const sheet = JSON.stringify(sheetOf(document))
  const record = document.content.state === 'final' ? document.content.record : undefined
  return new Promise((resolve, reject) => {
    last += 1
    waiting.push({ id: last, sheet, resolve, reject, ...(record === undefined ? {} : { record }) })
    next()
  })
}

/** Ends the threads; the next document starts new ones. Documents under way are refused. */
export async function stopRendering(): Promise<void> {
  await Promise.all(setters.splice(0).map((setter) => setter.worker.terminate()))
}

function next(): void {
  while (waiting.length > 0) {
    const setter = setters.find((candidate) => !candidate.job) ?? (setters.length < most ? hire() : undefined)
    const job = setter && waiting.shift()
    if (!setter || !job) return
    setter.job = job
    setter.worker.ref()
    setter.worker.postMessage({ id: job.id, sheet: job.sheet, record: job.record })
  }
}

function hire(): Setter {
  const folder = join(projectRoot(), 'app/views/pdf')
  const worker = new Worker(join(folder, 'worker.mjs'), {
    // A test runner's or tsx's own loaders are of no use to plain JavaScript.
    execArgv: [],
    workerData: {
      fonts: fonts.map((name) => join(projectRoot(), `node_modules/@expo-google-fonts/source-sans-3/${name}.ttf`)),
      template: join(folder, 'template.typ'),
    },
  })
  const setter: Setter = { worker }
  worker.on('message', (answer: Answer) => {
    const job = setter.job
    delete setter.job
    // An idle thread must not keep the process alive.
    worker.unref()
    if (job && 'bytes' in answer) job.resolve(answer.bytes)
    else if (job && 'error' in answer) job.reject(new Error(answer.error))
    next()
  })
  const gone = (error: Error) => {
    const at = setters.indexOf(setter)
    if (at >= 0) setters.splice(at, 1)
    const job = setter.job
    delete setter.job
    job?.reject(error)
    next()
  }
  worker.on('error', gone)
  worker.on('exit', (code) => gone(new Error(`The thread that sets documents ended (${code})`)))
  setters.push(setter)
  return setter
}
