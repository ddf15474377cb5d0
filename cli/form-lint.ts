import { FormProblems, parseForm } from '../app/forms/compile'
import { hintsOf } from '../app/forms/hints'
import { problemInLine } from '../app/forms/problems'
import { kindOf } from '../app/kinds/registry.server'
import { type Command, onlyArgument } from './command'
import { readText } from './read-file'

export const formLint: Command = {
  usage: '<file>',
  summary:
    'Checks a form before it is published: ids, kinds and their options, texts in every language, types of all expressions.',
  options: {},
  async run(positionals) {
    const path = onlyArgument(positionals, 'file')
    const source = await readText(path)
    try {
      const form = parseForm(source, kindOf)
      const { definition, hash, pages, questions, checks } = form
      const hints = hintsOf(form)
      const notes = hints.map(({ place, message }) => `\n  Note: ${place}: ${message}`)
      const facts = { id: definition.id, hash, pages: pages.length, questions: questions.size, checks: checks.length }
      return {
        code: 0,
        text: `${path}: ${facts.id}, ${facts.pages} pages, ${facts.questions} questions, ${facts.checks} checks: can be published.\nHash ${hash}${notes.join('')}`,
        json: { valid: true, form: facts, problems: [], hints },
      }
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error
      const lines = error.problems.map((problem) => `  ${problemInLine(problem)}`)
      return {
        code: 1,
        text: [`${path} cannot be published:`, ...lines].join('\n'),
        json: { valid: false, problems: error.problems },
      }
    }
  },
}
