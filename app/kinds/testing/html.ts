import type { Posted } from '../contract'

/** One tag of rendered HTML, its attributes unescaped. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** What stands up to the next tag. */
  readonly text: string
}

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

/** The opening tags of HTML that React has rendered, in order. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>([^<]*)/gi)].map(
    ([, name = '', attributes = '', text = '']) => ({
      name: name.toLowerCase(),
      text: unescaped(text),
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          unescaped(value),
        ]),
      ),
    }),
  )
}

/** The controls that a form posts. */
export const controlsOf = (tags: readonly Tag[]): Tag[] =>
  tags.filter(({ name }) => name === 'input' || name === 'textarea' || name === 'select')

/** What a browser without script posts: names and texts in order; files and empty fields are left out. */
export function postOf(tags: readonly Tag[]): [string, string][] {
  const posted: [string, string][] = []
  let list = ''
  for (const { name, attributes, text } of tags) {
    const add = (field: string | undefined, value: string | undefined) => {
      if (field && value) posted.push([field, value])
    }
    if (name === 'select') list = attributes.name ?? ''
    if (name === 'option' && 'selected' in attributes) add(list, attributes.value)
    // React begins a textarea's text with an empty line where it has one.
    if (name === 'textarea') add(attributes.name, text.replace(/^\n/, ''))
    if (name !== 'input' || attributes.type === 'file') continue
    const isMark = attributes.type === 'radio' || attributes.type === 'checkbox'
    if (!isMark || 'checked' in attributes) add(attributes.name, attributes.value)
  }
  return posted
}

/** Posted names unfolded below one question: «q.a.b» → { a: { b: … } }. */
export function unfolded(fields: readonly (readonly [string, string])[]): Posted {
  const [only] = fields
  if (only?.[0] === '') return only[1]
  const heads = [...new Set(fields.map(([name]) => name.split('.')[0] ?? ''))]
  const below = (head: string) =>
    fields
      .filter(([name]) => name === head || name.startsWith(`${head}.`))
      .map(([name, text]) => [name.slice(head.length + 1), text] as const)
  return Object.fromEntries(heads.map((head) => [head, unfolded(below(head))]))
}
