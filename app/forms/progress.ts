import type { JudgedPage } from './judgement'

export interface Progress {
  readonly done: number
  readonly total: number
}

/** How many of the pages that ask something are finished; an optional page never stands in the way. */
export function progress(pages: readonly JudgedPage[]): Progress {
  const asking = pages.filter(({ questions }) => questions.some(({ visible, computed }) => visible && !computed))
  return {
    done: asking.filter(({ state }) => state === 'done' || state === 'optional').length,
    total: asking.length,
  }
}
