/**
 * Finds the circles in a graph: what depends on itself, through whatever others.
 *
 * @param graph name → the names that it depends on
 * @returns each circle once, as the names along it
 */
export function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const found: string[][] = []
  const done = new Set<string>()
  const path: string[] = []

  const visit = (name: string): void => {
    const start = path.indexOf(name)
    if (start !== -1) found.push(path.slice(start))
    if (start !== -1 || done.has(name)) return
    path.push(name)
    for (const next of graph.get(name) ?? []) visit(next)
    path.pop()
    done.add(name)
  }
  for (const name of graph.keys()) visit(name)
  return found
}
