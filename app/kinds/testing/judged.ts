import type { Question } from '~/forms/definition'
import type { Json } from '~/forms/json'
import type { Language, LocalText } from '~/forms/text'
import type { Context, FieldKind } from '../contract'
import { registerOf } from '../register'

/** The same words in every language. */
export const words = (text: string): LocalText => ({ sv: text, en: text })

export const register = registerOf([
  { code: '0127', name: 'Botkyrka kommun', shortName: 'Botkyrka' },
  { code: '0126', name: 'Huddinge kommun', shortName: 'Huddinge' },
  { code: '0180', name: 'Stockholms kommun', shortName: 'Stockholm' },
  { code: '0128', name: 'Salems kommun', shortName: 'Salem' },
])

/** A context in which Huddinge is the recipient. */
export const contextIn = (language: Language): Context => ({
  language,
  register,
  recipientCode: '0126',
  text: (text) => text[language],
})

/** A question of a kind, its options parsed as a definition's are. */
export function questionOf<Options, Typed extends Json, Value extends Json>(
  kind: FieldKind<Options, Typed, Value>,
  options: unknown,
): Question<Options> {
  return {
    id: 'q',
    kind: kind.name,
    label: { sv: 'Fråga', en: 'Question' },
    optional: false,
    locked: false,
    options: kind.options.parse(options),
  }
}

/** What a question makes of something posted: its value, or the texts of its issues by path. */
export function judged<Options, Typed extends Json, Value extends Json>(
  kind: FieldKind<Options, Typed, Value>,
  options: unknown,
  posted: Parameters<typeof kind.read>[0],
  language: Language = 'sv',
): Value | Record<string, string> | undefined {
  const question = questionOf(kind, options)
  const typed = kind.read(posted, question)
  if (typed === undefined) return undefined
  const result = kind.schema(question, contextIn(language)).safeParse(typed)
  if (result.success) return result.data
  return Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message]))
}
