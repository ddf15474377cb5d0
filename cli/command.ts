import type { ParseArgsConfig } from 'node:util'

/** 0: valid, done · 1: read and judged, and not valid · 2: could not be used (a missing file, a wrong flag). */
export type ExitCode = 0 | 1 | 2

export interface Outcome {
  readonly code: ExitCode
  /** For people, without a line end. */
  readonly text: string
  /** For programs: what `--json` prints. */
  readonly json: unknown
}

export type Flags = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

export interface Command {
  /** What comes after the command's name: `<form or file> --answers <file>`. */
  readonly usage: string
  readonly summary: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  run(positionals: readonly string[], flags: Flags): Promise<Outcome>
}

/** What was given cannot be used; the message tells what is expected. Exit code 2. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}

/** The value of a flag that takes one; undefined when it was not given. */
export function flag(flags: Flags, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}

/** All values of a flag that may be given several times. */
export function flagList(flags: Flags, name: string): readonly string[] {
  const value = flags[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

/** The one argument that a command takes. */
export function onlyArgument(positionals: readonly string[], what: string): string {
  const [first, ...more] = positionals
  if (first === undefined) throw new Unusable(`Which ${what}?`)
  if (more.length > 0) throw new Unusable(`One ${what} at a time; got ${positionals.join(' ')}`)
  return first
}
