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

/** Runs a program that has to succeed; shows what it printed when it does not. */
export async function runOrFail(what, program, args, options) {
  const { code, output } = await run(program, args, options)
  if (code === 0) return output
  process.stderr.write(`\n${output.trim()}\n\n${what} failed (exit code ${code}).\n`)
  process.exit(1)
}
