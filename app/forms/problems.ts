/** Something in a definition that cannot be published. */
export interface Problem {
  /** Where, by ids: «pages.clients.questions.clientsAll.visible». */
  readonly place: string
  /** What is wrong and what is expected instead. */
  readonly message: string
}

/** Everything that is wrong with a definition, all of it at once. */
export class FormProblems extends Error {
  override readonly name = 'FormProblems'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ place, message }) => `${place}: ${message}`).join('\n'))
    this.problems = problems
  }
}

/** Takes note of a problem. */
export type Report = (place: string, message: string) => void

/** Why an expression is refused. */
export class ExpressionProblem extends Error {
  override readonly name = 'ExpressionProblem'
}
