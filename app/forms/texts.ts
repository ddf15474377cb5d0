import type { CompiledForm } from './compiled-form'
import type { Json } from './json'
import type { AnswerSource, Scope } from './scope'
import type { Surroundings } from './surroundings'
import { fillTemplate, type Template } from './template'
import type { Language, LocalText } from './text'

/** What the live values of a text are taken from. */
export interface TextScope {
  readonly surroundings: Surroundings
  /** Canonical answers: of a judgement (`values`) or of a record (`answers`). */
  readonly values?: Readonly<Record<string, Json>>
}

/** A text of the form in one language, live values filled in; «–» stands for a value that is missing. */
export function resolveText(form: CompiledForm, text: LocalText, language: Language, scope: TextScope): string {
  // Most texts hold no live value, and making a scope costs more than looking.
  if (!form.compiled.templates.has(text[language])) return text[language]
  return textIn(form.compiled.templates, text, language, scopeOf(form, scope))
}

/** The scope of frozen answers. */
export function scopeOf(form: CompiledForm, { surroundings, values = {} }: TextScope): Scope {
  const { vocabulary } = form.compiled
  const source: AnswerSource = {
    value: (id) => values[id],
    cel: (id) => vocabulary.seen(id, values[id], (each) => values[each]),
  }
  return vocabulary.scope(surroundings, source)
}

/** As `resolveText`, with a scope that is there already. */
export function textIn(
  templates: ReadonlyMap<string, Template>,
  text: LocalText,
  language: Language,
  scope: Scope,
): string {
  const template = templates.get(text[language])
  return template ? fillTemplate(template, scope, language) : text[language]
}
