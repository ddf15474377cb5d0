import type { ASTNode } from '@marcbachmann/cel-js'

/** `a.clients.total` as ['a', 'clients', 'total']; undefined where something else stands in between. */
export function pathOf(node: ASTNode): readonly string[] | undefined {
  if (node.op === 'id') return [node.args]
  if (node.op === '.') {
    const left = pathOf(node.args[0])
    return left && [...left, node.args[1]]
  }
  if (node.op === '[]') {
    const [left, index] = node.args
    const path = pathOf(left)
    return path && index.op === 'value' && typeof index.args === 'string' ? [...path, index.args] : undefined
  }
  return undefined
}

/** The parts of a node, in order. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}
