import { type ASTNode, type Environment, EvaluationError } from '@marcbachmann/cel-js'
import { bindingMethods, functionNames, methodNames } from './functions'
import { nearest } from './nearest'
import { refuseUnknownOptions } from './option-words'
import { ExpressionProblem } from './problems'
import type { Scope } from './scope'
import { rootNames } from './surrounding-shapes'
import { childrenOf, pathOf } from './syntax-tree'
import { unknownName } from './unknown-name'
import type { ValueType } from './value-type'

/** What an expression reads of this form's answers: a question, or a cell of it. */
export interface Read {
  readonly question: string
  readonly path: readonly string[]
}

/** What an expression reads of a row: a cell of `row`, or of `outer`, the row that it stands in. */
export interface RowRead {
  readonly of: 'row' | 'outer'
  readonly path: readonly string[]
}

/** A type-checked expression. */
export interface Program {
  readonly source: string
  /** Its CEL type: `bool`, `int`, `optional<string>` … */
  readonly type: string
  readonly reads: readonly Read[]
  /** What it reads of the row that it is evaluated for. */
  readonly rowReads: readonly RowRead[]
  /**
   * The CEL value; undefined when there is none, because it asks for the `.value()` of something missing, divides by
   * zero, or takes an element that a list does not have. Never throws.
   */
  evaluate(scope: Scope): unknown
}

// Lists within lists within lists: a thousand rows would be a thousand million steps.
const deepestBinding = 2

/** What an expression may use. */
export interface Words {
  readonly environment: Environment
  /** What expressions see at a path: «a.clients.total», «row.cost». Undefined for what is not of the form. */
  typeOf(path: readonly string[]): ValueType | undefined
  /** The names of the fields of a CEL type: of «answers» the questions. */
  membersOf(type: string): readonly string[]
  /** The questions behind what is read: of a repeated page, its repetitions. */
  resolve(read: Read): readonly Read[]
  /** The categories of the rates that have them. */
  readonly categories: ReadonlyMap<string, readonly string[]>
}

/** @throws ExpressionProblem */
export function compileExpression(words: Words, source: string): Program {
  let parsed: ReturnType<Environment['parse']>
  try {
    parsed = words.environment.parse(source)
  } catch (error) {
    throw problemOf(words, source, error)
  }
  // Before the types, since what is refused here gets past them.
  const { reads, rowReads } = readsOf(parsed.ast)
  refuseUnknownOptions(parsed.ast, words)
  const { valid, type, error } = parsed.check()
  if (!valid || type === undefined) throw problemOf(words, source, error)
  if (/\bdyn\b|\b[A-Z]\b/.test(type) || type === 'list' || type === 'map') {
    throw new ExpressionProblem(`«${source}» has no certain type.`)
  }
  return {
    source,
    type,
    reads: reads.flatMap((read) => words.resolve(read)),
    rowReads,
    evaluate(scope) {
      try {
        return parsed(scope)
      } catch (error) {
        // A RangeError is a text or a number that has grown beyond all bounds.
        if (error instanceof EvaluationError || error instanceof RangeError) return undefined
        throw error
      }
    },
  }
}

function readsOf(ast: ASTNode): Pick<Program, 'reads' | 'rowReads'> {
  const reads = new Map<string, Read>()
  const rowReads = new Map<string, RowRead>()
  visit(ast, 0)
  return { reads: [...reads.values()], rowReads: [...rowReads.values()] }

  function visit(node: ASTNode, bound: number): void {
    refuse(node)
    if (node.op === '.' || node.op === '[]' || node.op === 'id') {
      const path = pathOf(node)
      const [root, question, ...rest] = path ?? []
      if (root === 'row' || root === 'outer') {
        const read = question === undefined ? [] : [question, ...rest]
        rowReads.set(JSON.stringify(path), { of: root, path: read })
        return
      }
      if (root === 'a' && question !== undefined) {
        reads.set(JSON.stringify(path), { question, path: rest })
        return
      }
      if (root === 'a') throw new ExpressionProblem('«a» is followed by a point and the id of a question: «a.costs».')
      if (path) return
    }
    const binds = node.op === 'rcall' && bindingMethods.has(node.args[0])
    if (binds && bound === deepestBinding) {
      throw new ExpressionProblem(
        `«${node.args[0]}» stands inside too many others. Use a computed question in between.`,
      )
    }
    for (const child of childrenOf(node)) visit(child, binds ? bound + 1 : bound)
  }
}

/** What the language does without, because it fails silently, hangs or computes inexactly. */
function refuse(node: ASTNode): void {
  switch (node.op) {
    case '.?':
    case '[?]':
      throw new ExpressionProblem('«.?» is not used here, since it hides misspelt names. Answers are optional already.')
    case 'call':
      if (!functionNames.has(node.args[0])) throw unknown('function', node.args[0], functionNames)
      return
    case 'rcall': {
      const [name, receiver, args] = node.args
      if (!methodNames.has(name)) throw unknown('method', name, methodNames)
      const [variable] = args
      if (bindingMethods.has(name) && variable?.op === 'id' && rootNames.has(variable.args)) {
        throw new ExpressionProblem(
          `«${variable.args}» cannot be the name of an element, since it means something else.`,
        )
      }
      if (receiver.op === 'id' && receiver.args === 'cel' && name !== 'bind') throw unknown('method', name, methodNames)
      return
    }
    case '[]':
      if (node.args[1].op !== 'value' && node.args[0].op !== 'map') {
        throw new ExpressionProblem('Between [ and ] stands a number or a text, nothing that is computed.')
      }
      return
    case 'value':
      if (typeof node.args === 'number') {
        throw new ExpressionProblem(
          `${node.args} has decimals. Expressions count whole numbers of the smallest unit: 2,80 is 280.`,
        )
      }
      if (node.args instanceof Uint8Array) throw new ExpressionProblem('Bytes are not used here.')
      return
  }
}

function unknown(what: 'function' | 'method', name: string, names: ReadonlySet<string>): ExpressionProblem {
  const near = nearest(name, names)
  const help = near === undefined ? `There are: ${[...names].sort().join(', ')}.` : `Did you mean «${near}»?`
  return new ExpressionProblem(`There is no ${what} «${name}» here. ${help}`)
}

function problemOf(words: Words, source: string, error: unknown): ExpressionProblem {
  const summary = unknownName(error, words) ?? summaryOf(error)
  const hint = summary.includes('optional<')
    ? ' Something that may be missing needs .orValue(…), .hasValue() or .value().'
    : ''
  return new ExpressionProblem(`«${source}»: ${summary}.${hint}`.replace(/([.?])\./, '$1'))
}

const summaryOf = (error: unknown) =>
  error instanceof Error && 'summary' in error ? String(error.summary) : String(error)
