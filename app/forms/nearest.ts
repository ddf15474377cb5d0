const cousins: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u' }
const fold = (letter: string) => cousins[letter] ?? letter

/** What it costs to read one letter for another: a forgotten ring or dots is half a mistake. */
const swapCost = (a: string, b: string) => (a === b ? 0 : fold(a) === fold(b) ? 0.5 : 1)

/** Edit distance (insert, remove, replace, two neighbours changing places), å/ä/ö being near a/a/o. */
export function editDistance(left: string, right: string): number {
  const a = [...left]
  const b = [...right]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    for (let column = 1; column <= b.length; column++) {
      const [x, y] = [a[row - 1] ?? '', b[column - 1] ?? '']
      let best = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + swapCost(x, y))
      if (row > 1 && column > 1 && x === b[column - 2] && y === a[row - 2]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1)
      }
      now.push(best)
    }
    before = last
    last = now
  }
  return last[b.length] ?? 0
}

/** How far off a name may be and still be suggested: a quarter of its letters. */
const tolerance = (length: number) => Math.max(1, length / 4)

/** The name that a misspelt one is nearest to, or undefined when none is near. */
export function nearest(misspelt: string, names: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Number.POSITIVE_INFINITY
  for (const name of names) {
    const shorter = Math.min(misspelt.length, name.length)
    const allowed = Math.min(tolerance(shorter), bestDistance)
    if (Math.abs(name.length - misspelt.length) > allowed) continue
    const distance = editDistance(misspelt, name)
    // Of a single letter, nothing would be left.
    if (distance <= allowed && distance < Math.min(shorter, bestDistance)) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

// As many as one reads through: the kinds of questions, the members of a question.
const mostNames = 30

/** A sentence to follow «There is no …»: the name that was meant, or else all that there are, if they are few. */
export function didYouMean(misspelt: string, names: Iterable<string>): string {
  const all = [...names]
  const near = nearest(misspelt, all)
  if (near !== undefined) return ` Did you mean «${near}»?`
  return all.length > 0 && all.length <= mostNames ? ` There are: ${all.join(', ')}.` : ''
}
