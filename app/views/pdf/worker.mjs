// Sets one document at a time, off the main thread. Plain JavaScript, so that it starts the same way from the sources,
// from the built server and from a test.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { addUniversalAccess } from './universal-access.mjs'

/** @typedef {{ fonts: string[], template: string }} Setup absolute paths */
/** @typedef {{ sheet: string, record?: string }} Job `sheet`: JSON of a Sheet; `record`: JSON to embed */

const { fonts, template } = /** @type {Setup} */ (workerData)
const compiler = NodeCompiler.create({
  workspace: dirname(template),
  fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }],
})
const source = readFileSync(template, 'utf8')

/** @param {Job} job */
async function set(job) {
  const inputs = { sheet: job.sheet, record: job.record ?? '' }
  const result = compiler.compile({ mainFileContent: source, inputs })
  if (!result.result) {
    const diagnostics = result.takeDiagnostics()
    throw new Error(
      `The document could not be set: ${JSON.stringify(diagnostics?.shortDiagnostics ?? 'no reason given')}`,
    )
  }
  const pdf = compiler.pdf(result.result, { pdfStandard: 'a-3a', pdfTags: true })
  compiler.evictCache(10)
  return addUniversalAccess(pdf)
}

parentPort?.on('message', async (/** @type {Job} */ job) => {
  try {
    const bytes = await set(job)
    parentPort?.postMessage({ answer: bytes }, [bytes.buffer])
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
