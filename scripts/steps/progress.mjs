// BIDRA_STARTED carries the moment on to what is started from here, so that all steps count from the same one.
process.env.BIDRA_STARTED ??= String(Date.now())
const startedAt = Number(process.env.BIDRA_STARTED)

let stream = process.stdout

/** Where progress goes, instead of standard output. */
export function sayOn(other) {
  stream = other
}

/** One line per step, with the seconds since the command was given. */
export function say(line) {
  stream.write(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}\n`)
}
