import type { FileValue } from '~/forms/display'
import type { Json } from '~/forms/json'

/** Names that Windows keeps for itself. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** A name that every file system takes, with its letters kept: «Å/B: kommun.» → «Å-B- kommun». */
export function fileName(name: string): string {
  const safe = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take away
    .replace(/[\u0000-\u001F\u007F<>:"/\\|?*\u202A-\u202E\u2066-\u2069]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 120)
  return safe === '' ? 'namnlös' : reserved.test(safe) ? `_${safe}` : safe
}

/** Gives each name out once; a name that is taken, whatever its case, gets a number: «plan (2).pdf». */
export function nameKeeper(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const dot = name.lastIndexOf('.')
    const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${stem} (${number})${end}`
    taken.add(free.toLowerCase())
    return free
  }
}

function asFile(value: { readonly [key: string]: Json }): FileValue | undefined {
  const { name, type, size, sha256 } = value
  return typeof name === 'string' && typeof type === 'string' && typeof size === 'number' && typeof sha256 === 'string'
    ? { name, type, size, sha256 }
    : undefined
}

/** Every file that stands anywhere in the answers, each hash once. */
export function filesIn(answers: Json): readonly FileValue[] {
  const found = new Map<string, FileValue>()
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return
    const members: { readonly [key: string]: Json } = Object.fromEntries(Object.entries(value))
    const file = asFile(members)
    if (file) found.set(file.sha256, found.get(file.sha256) ?? file)
    else for (const member of Object.values(members)) walk(member)
  }
  walk(answers)
  return [...found.values()]
}
