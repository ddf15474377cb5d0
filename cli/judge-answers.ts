import { formContext } from '../app/cases/context.server'
import type { CompiledForm } from '../app/forms/compile'
import { explainKey } from '../app/forms/draft'
import type { Json } from '../app/forms/json'
import { judge } from '../app/forms/judge'
import type { Judgement } from '../app/forms/judgement'
import type { FormContext } from '../app/forms/kind-port'
import { prefill } from '../app/forms/prefill'
import { readAnswers } from '../app/forms/read-page'
import type { Surroundings } from '../app/forms/surroundings'
import { type Language, languages } from '../app/forms/text'
import { type Flags, flag, Unusable } from './command'
import { readObject } from './read-file'
import { surroundingsOf } from './surroundings'

export interface JudgedAnswers {
  readonly judgement: Judgement
  readonly surroundings: Surroundings
  readonly context: FormContext
  /** Keys of the file that are no question and no computed value of the form. */
  readonly unknown: readonly string[]
  /** Computed questions for which the file says something else than what comes out. */
  readonly contradicted: readonly { readonly question: string; readonly given: Json; readonly computed: Json }[]
}

/**
 * Judges the answers of a file: an object by question id, typed texts or canonical values. A whole case or a canonical record
 * (`{ answers, surroundings, explanations }`) is taken as it is. Without a file: the form with nothing but what is prefilled.
 */
export async function judgeFile(form: CompiledForm, path: string | undefined, flags: Flags): Promise<JudgedAnswers> {
  const file = path === undefined ? {} : await readObject(path)
  if ('base' in file && !form.questions.has('base'))
    throw new Unusable(`${path} changes another case step by step: npm test judges it, in the folder of a programme.`)
  const whole = form.questions.has('answers') ? undefined : members(file.answers)
  const given = { ...(whole ?? file), ...explanationsOf(file.explanations) }
  const { register } = formContext('sv')
  const brought = whole && path !== undefined ? { file: path, surroundings: file.surroundings } : undefined
  const surroundings = await surroundingsOf(flags, brought, register)
  const context = formContext(languageOf(flags), surroundings.recipient.code ?? null)

  const { draft, unknown } = readAnswers(form, given)
  const judgement = judge(form, { ...prefill(form, surroundings, context), ...draft }, surroundings, context)
  const computed = unknown.filter((key) => form.questions.has(key))
  return {
    judgement,
    surroundings,
    context,
    unknown: unknown.filter((key) => !form.questions.has(key)),
    contradicted: computed.flatMap((question) => {
      const [said, found] = [given[question] ?? null, judgement.values[question] ?? null]
      return said === null || JSON.stringify(said) === JSON.stringify(found)
        ? []
        : { question, given: said, computed: found }
    }),
  }
}

export function languageOf(flags: Flags): Language {
  const wanted = flag(flags, 'language') ?? 'sv'
  const found = languages.find((language) => language === wanted)
  if (!found) throw new Unusable(`--language takes ${languages.join(' or ')}; got «${wanted}».`)
  return found
}

function explanationsOf(json: Json | undefined): Record<string, Json> {
  return Object.fromEntries(Object.entries(members(json) ?? {}).map(([check, words]) => [explainKey(check), words]))
}

function members(json: Json | undefined): Readonly<Record<string, Json>> | undefined {
  if (typeof json !== 'object' || json === null || isList(json)) return undefined
  return json
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json)
}
