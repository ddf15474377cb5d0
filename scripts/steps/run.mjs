import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and collects what it prints.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env, cwd, onOutput } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk) => {
      output += chunk
      onOutput?.(String(chunk))
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** A step of the preparation that did not succeed: its message holds what it printed. */
export class StepFailed extends Error {}

/** Runs a program that has to succeed, else StepFailed. */
export async function runOrFail(what, program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code !== 0) throw new StepFailed(`${output.trim()}\n\n${what} failed (exit code ${code}).`)
  return output
}

/** Runs the steps of a command; one that fails ends it with its message alone. */
export async function orExit(steps) {
  try {
    return await steps()
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exit(2)
  }
}
