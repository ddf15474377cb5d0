/** Tells the operator how far a start has come: one line per step, with the seconds since the first. */
export type Say = (line: string) => void

/** `BIDRA_STARTED` (milliseconds since 1970) is when `npm start` was given, so that its own steps count too. */
const startedAt = Number(process.env.BIDRA_STARTED) || Date.now()

export function secondsSinceStart(): string {
  return ((Date.now() - startedAt) / 1000).toFixed(1)
}

export const say: Say = (line) => {
  process.stdout.write(`${secondsSinceStart().padStart(6)} s  ${line}\n`)
}
