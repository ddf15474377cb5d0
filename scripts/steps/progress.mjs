// BIDRA_STARTED carries the moment on to what is started from here, so that all steps count from the same one.
process.env.BIDRA_STARTED ??= String(Date.now())
const startedAt = Number(process.env.BIDRA_STARTED)

/** One line per step, with the seconds since the command was given. */
export function say(line) {
  process.stdout.write(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}\n`)
}
