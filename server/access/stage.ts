import { afterAll, beforeAll } from 'vitest'
import { openStage, type Stage } from './set-up'

/** The portal and the world that the tests of access walk through, from before the first to after the last. */
export let stage: Stage

beforeAll(async () => {
  stage = await openStage()
}, 300_000)

afterAll(async () => {
  await stage?.portal.end('SIGTERM')
})
