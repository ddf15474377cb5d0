import type { InputIssue } from './contract'

const isAt = (issue: InputIssue, path: readonly string[]) =>
  issue.path.length === path.length && issue.path.every((key, place) => key === path[place])

/** What is said at one place below the question, each text once. */
export const messagesAt = (issues: readonly InputIssue[], ...path: string[]): string[] =>
  unique(issues.filter((issue) => isAt(issue, path)))

/** Everything that is said about a question, each text once, in order. */
export const allMessages = (issues: readonly InputIssue[]): string[] => unique(issues)

/** Whether an issue marks this very place, with words or without. */
export const isMarked = (issues: readonly InputIssue[], ...path: string[]): boolean =>
  issues.some((issue) => isAt(issue, path))

const unique = (issues: readonly InputIssue[]) => [
  ...new Set(issues.map(({ message }) => message).filter((message) => message !== '')),
]
