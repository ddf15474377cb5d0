#!/usr/bin/env node
/**
 * `npm test`: every check there is, from a clean clone. Installs what is missing, runs the cheap checks beside the build,
 * then the tests, then the browser. Goes on after a failure, so that one run tells everything. The last line counts.
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, generate, install, root } from './steps/prepare.mjs'
import { say } from './steps/progress.mjs'
import { orExit, run } from './steps/run.mjs'
import { installTools } from './steps/tools.mjs'

process.chdir(root)
const results = join(root, 'test-results')
const total = { passed: 0, failed: 0 }

await orExit(async () => {
  await Promise.all([install(), installTools()])
  await generate()
})
await rm(results, { recursive: true, force: true })
await mkdir(results, { recursive: true })

// Two cores: the build and then the tests on one, beside them the checks that read the code.
await Promise.all([
  (async () => {
    await step('Build', async () => {
      try {
        await build()
        return one(0)
      } catch (error) {
        return { ...one(1), output: error.message }
      }
    })
    await step('Tests (vitest)', () => vitest())
  })(),
  (async () => {
    await check('Style and lint (biome)', '@biomejs/biome', 'bin/biome', ['check', '.'])
    await check('Types (tsc)', 'typescript', 'bin/tsc', ['--noEmit'])
    await check('Boundaries (dependency-cruiser)', 'dependency-cruiser', 'bin/dependency-cruise.mjs', [
      'app',
      'server',
      'cli',
      '--config',
      '.dependency-cruiser.cjs',
    ])
    await check('Unused code (knip)', 'knip', 'bin/knip.js', [])
  })(),
])
await step('Browser tests (playwright)', () => playwright())

say('Done')
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 ? 0 : 1)

/** Runs one step and tells how it went and how long it took. */
async function step(name, work) {
  const began = performance.now()
  const { passed, failed, output = '' } = await work()
  total.passed += passed
  total.failed += failed
  if (failed > 0) process.stdout.write(`\n${output.trim()}\n\n`)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  say(`${failed > 0 ? 'FAILED' : 'ok'}  ${name}: ${passed} passed, ${failed} failed, ${seconds} s`)
}

/** A step that is one yes or no. */
function check(name, pkg, file, args) {
  return step(name, async () => {
    const { code, output } = await run(process.execPath, [join('node_modules', pkg, file), ...args], { cwd: root })
    return { ...one(code), output }
  })
}

function one(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

async function vitest() {
  const file = join(results, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await live('vitest', 'vitest.mjs', args)
  const counts = await readJson(file)
  const passed = counts?.numPassedTests ?? 0
  // A file that cannot even be loaded, or a crash, is a failure without a failed test.
  const failed = Math.max(counts?.numFailedTests ?? 0, counts?.numFailedTestSuites ?? 0, code === 0 ? 0 : 1)
  return { passed, failed }
}

async function playwright() {
  const file = join(results, 'playwright.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const code = await live('@playwright/test', 'cli.js', ['test', '--reporter=list,json', '--pass-with-no-tests'], env)
  const stats = (await readJson(file))?.stats
  const flaky = stats?.flaky ?? 0
  const passed = (stats?.expected ?? 0) + flaky
  if (flaky > 0) say(`${flaky} of the browser tests passed at the second try only: look at them above`)
  return { passed, failed: Math.max(stats?.unexpected ?? 0, code === 0 ? 0 : 1) }
}

/** Long steps are watched while they run. */
async function live(pkg, file, args, env = {}) {
  const program = join('node_modules', pkg, file)
  const { code } = await run(process.execPath, [program, ...args], {
    cwd: root,
    env: { NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    onOutput: (text) => process.stdout.write(text),
  })
  return code
}

async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8').catch(() => 'null'))
}
