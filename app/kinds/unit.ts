/** What was typed, without the unit that the field shows beside it («2,80 heltider» → «2,80»). */
export function withoutUnit(typed: string, unit: string | undefined): string {
  const text = typed.trim()
  if (!unit || !text.toLocaleLowerCase('sv').endsWith(unit.toLocaleLowerCase('sv'))) return typed
  return text.slice(0, text.length - unit.length)
}
