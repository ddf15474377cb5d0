import type { ASTNode } from '@marcbachmann/cel-js'
import type { Words } from './expression'
import { ExpressionProblem } from './problems'
import { childrenOf, pathOf } from './syntax-tree'
import type { ValueType } from './value-type'

/**
 * Refuses a comparison of an answer with what it can never be: `a.queue.orValue('') == 'yess'` has the right types and
 * is never true. The empty text stands for «not answered».
 *
 * @throws ExpressionProblem
 */
export function refuseUnknownOptions(node: ASTNode, words: Words): void {
  if (node.op === '==' || node.op === '!=') {
    const [left, right] = node.args
    refuse(typeOf(left, words), [right])
    refuse(typeOf(right, words), [left])
  } else if (node.op === 'in') {
    const [element, list] = node.args
    const type = typeOf(list, words)
    if (list.op === 'list') refuse(typeOf(element, words), list.args)
    else if (type?.type === 'list') refuse(type.of, [element])
  }
  for (const child of childrenOf(node)) refuseUnknownOptions(child, words)
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

/** Of an answer, also where `.value()` or `.orValue(…)` takes it out of its optional. */
function typeOf(node: ASTNode, words: Words): ValueType | undefined {
  if (node.op === 'rcall') {
    const [method, receiver] = node.args
    return method === 'value' || method === 'orValue' ? typeOf(receiver, words) : undefined
  }
  const [root, question, ...path] = pathOf(node) ?? []
  return root === 'a' && question !== undefined ? words.typeOf({ question, path }) : undefined
}
