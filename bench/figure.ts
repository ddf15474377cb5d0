/** One thing measured, with what it is held against. */
export interface Figure {
  readonly name: string
  readonly value: string
  /** What it is compared with, measured in the same run. */
  readonly floor: string
  readonly goal: string
  readonly met: boolean
  /** What helps to understand it, line by line. */
  readonly notes: readonly string[]
}

export type Benchmark = (world: import('./world').World) => Promise<readonly Figure[]>

/** The value below which `share` (0–1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`
export const perSecond = (value: number): string => `${Math.round(value)}/s`
export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`
export const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`

/** Runs `work` some times, the first ones for warming up, and gives the milliseconds of each of the others. */
export async function timed(times: number, warmUp: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < times + warmUp; run++) {
    const began = performance.now()
    await work(run)
    if (run >= warmUp) taken.push(performance.now() - began)
  }
  return taken
}
