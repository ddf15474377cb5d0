import type { ASTNode } from '@marcbachmann/cel-js'
import type { Words } from './expression'
import { bindingMethods } from './functions'
import { ExpressionProblem } from './problems'
import { childrenOf, pathOf } from './syntax-tree'
import { typeAt, type ValueType } from './value-type'

/** The names that an expression itself gives to elements of lists. */
type Bound = ReadonlyMap<string, ValueType>

/**
 * Refuses a comparison of an answer with what it can never be: `a.queue.orValue('') == 'yess'` has the right types and
 * is never true. The empty text stands for «not answered».
 *
 * @throws ExpressionProblem
 */
export function refuseUnknownOptions(node: ASTNode, words: Words, bound: Bound = new Map()): void {
  if (node.op === '==' || node.op === '!=') {
    const [left, right] = node.args
    refuse(typeOf(left, words, bound), [right])
    refuse(typeOf(right, words, bound), [left])
  } else if (node.op === 'in') {
    const [element, list] = node.args
    const type = typeOf(list, words, bound)
    if (list.op === 'list') refuse(typeOf(element, words, bound), list.args)
    else if (type?.type === 'list') refuse(type.of, [element])
  } else if (node.op === 'rcall' && node.args[0] === 'at') {
    refuseUnknownCategory(node.args[1], node.args[2], words, bound)
  } else if (node.op === 'rcall' && bindingMethods.has(node.args[0])) {
    const [, receiver, [variable, ...others]] = node.args
    refuseUnknownOptions(receiver, words, bound)
    const list = typeOf(receiver, words, bound)
    const inside = new Map(bound)
    if (variable?.op === 'id') {
      inside.delete(variable.args)
      if (list?.type === 'list') inside.set(variable.args, list.of)
    }
    for (const other of others) refuseUnknownOptions(other, words, inside)
    return
  }
  for (const child of childrenOf(node)) refuseUnknownOptions(child, words, bound)
}

function refuse(type: ValueType | undefined, compared: readonly ASTNode[]): void {
  if (type?.type !== 'string' || type.oneOf === undefined) return
  for (const node of compared) {
    if (node.op !== 'value' || typeof node.args !== 'string' || node.args === '') continue
    if (!type.oneOf.includes(node.args)) {
      throw new ExpressionProblem(`«${node.args}» is no option here. There are: ${type.oneOf.join(', ')}.`)
    }
  }
}

/** Of `rates.perPost.at(…)`: every value that the first argument may have is one of the rate's categories. */
function refuseUnknownCategory(of: ASTNode, [given]: readonly ASTNode[], words: Words, bound: Bound): void {
  const [root, rate = ''] = pathOf(of) ?? []
  const categories = root === 'rates' ? words.categories.get(rate) : undefined
  if (!categories || !given) return
  const type = typeOf(given, words, bound)
  const values = given.op === 'value' ? [String(given.args)] : type?.type === 'string' ? (type.oneOf ?? []) : []
  const odd = values.find((value) => !categories.includes(value))
  if (odd !== undefined) {
    throw new ExpressionProblem(`«${rate}» has no amount for «${odd}». There are: ${categories.join(', ')}.`)
  }
}

/** Of an answer, also where `.value()` or `.orValue(…)` takes it out of its optional; of a list also when filtered. */
function typeOf(node: ASTNode, words: Words, bound: Bound): ValueType | undefined {
  if (node.op === 'rcall') {
    const [method, receiver] = node.args
    return ['value', 'orValue', 'filter'].includes(method) ? typeOf(receiver, words, bound) : undefined
  }
  const [root = '', ...path] = pathOf(node) ?? []
  const element = bound.get(root)
  return element ? typeAt(element, path) : words.typeOf([root, ...path])
}
