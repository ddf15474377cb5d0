// Verifies one document at a time, off the main thread. Plain JavaScript, so that it starts the same way from the sources, from
// the built server and from a test; what it does is TypeScript, read as it stands.
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
const { judge } = await import('./verify-worker.server.ts')

parentPort?.on('message', async (job) => {
  try {
    parentPort?.postMessage({ answer: await judge(job) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
