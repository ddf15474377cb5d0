import { type ASTNode, type ErrorLocation, serialize, TypeError as TypeFault } from '@marcbachmann/cel-js'
import type { Words } from './expression'
import { didYouMean } from './nearest'
import { rootNames } from './surrounding-shapes'

/** Of a type error that is about a name that is not there: what is said, with the name that was meant. Undefined for others. */
export function unknownName(error: unknown, { environment, membersOf }: Words): string | undefined {
  if (!(error instanceof TypeFault) || !isNode(error.node)) return undefined
  const { code, node } = error
  if (code === 'unknown_variable' && node.op === 'id') {
    const names = environment.getDefinitions().variables.map(({ name }) => name)
    const known = names.filter((name) => rootNames.has(name))
    return `There is no «${node.args}» here.${didYouMean(node.args, known)}`
  }
  if (code !== 'no_such_key' || node.op !== '.') return undefined
  const [receiver, name] = node.args
  return `There is no «${name}» in «${serialize(receiver)}».${didYouMean(name, membersOf(typeOf(receiver)))}`
}

const isNode = (node: ErrorLocation | ASTNode | undefined): node is ASTNode => node?.op !== undefined

/** What the type checker has found; it keeps it on the node, though its declaration does not say so. */
const typeOf = (node: ASTNode): string => String(Reflect.get(Object(Reflect.get(node, 'checkedType')), 'name'))
