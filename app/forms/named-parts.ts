import { type Language, type LocalText, languages } from './text'

/** What a `$name` stands for: the id in expressions, the words in texts. */
export interface NamedPart {
  readonly name: string
  readonly id: string
  readonly as?: LocalText | undefined
}

/** Replaces every `$name` by the id. The longest name first, so that `$row` does not eat the beginning of `$rowTotal`. */
export const withIds = (parts: readonly NamedPart[]) => replacer(parts, ({ id }) => id)

/** In a text, `$name` becomes the words (or the id), but inside `{…}`, which is an expression, the id. */
export function withWords(parts: readonly NamedPart[], text: LocalText): LocalText {
  const ids = withIds(parts)
  const made = { ...text }
  for (const language of languages) {
    const words = wordsIn(parts, language)
    made[language] = text[language]
      .split(/(\{[^{}]*\})/)
      .map((part) => (part.startsWith('{') ? ids(part) : words(part)))
      .join('')
  }
  return made
}

const wordsIn = (parts: readonly NamedPart[], language: Language) =>
  replacer(parts, ({ as, id }) => as?.[language] ?? id)

function replacer(parts: readonly NamedPart[], by: (part: NamedPart) => string): (text: string) => string {
  const sorted = [...parts].sort((one, other) => other.name.length - one.name.length)
  return (text) => sorted.reduce((made, part) => made.replaceAll(`$${part.name}`, () => by(part)), text)
}
