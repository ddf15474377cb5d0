/** What was typed, without the unit that the field shows beside it («2,80 heltider» → «2,80», «EUR 70» → «70»). */
export function withoutUnit(typed: string, unit: string | undefined): string {
  const text = typed.trim()
  if (!unit) return typed
  const [low, sought] = [text.toLocaleLowerCase('sv'), unit.toLocaleLowerCase('sv')]
  if (low.endsWith(sought)) return text.slice(0, text.length - unit.length)
  return low.startsWith(sought) ? text.slice(unit.length) : typed
}
