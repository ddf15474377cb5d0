/** Something in a definition that cannot be published. */
export interface Problem {
  /** Where, by ids: «pages.clients.questions.clientsAll.visible». */
  readonly place: string
  /** The line of the file, counted from 1, where it comes from one and can be told. */
  readonly line?: number | undefined
  /** What is wrong and what is expected instead. */
  readonly message: string
}

/** A problem as it is told: «line 12, pages.clients.title.en: The English text is missing.» */
export const problemInLine = ({ line, place, message }: Problem): string =>
  `${line === undefined ? '' : `line ${line}, `}${place}: ${message}`

/** Everything that is wrong with a definition, all of it at once. */
export class FormProblems extends Error {
  override readonly name = 'FormProblems'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(problemInLine).join('\n'))
    this.problems = problems
  }
}

/** Takes note of a problem. `only` where a form that was published in spite of it can still be judged. */
export type Report = (place: string, message: string, only?: 'publishing') => void

/** Why an expression is refused. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem'
}
