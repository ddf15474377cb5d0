import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../root.server'
import { type Language, languages } from './languages'

/** The texts of one namespace: nested objects with texts, or lists of texts, at the leaves. */
export interface Texts {
  readonly [key: string]: string | readonly string[] | Texts
}

/** language → namespace → texts */
export type Resources = Readonly<Record<Language, Readonly<Record<string, Texts>>>>

let known: Resources | undefined

/** Every text of the portal, read from locales/ at first use. One file is one namespace. */
export function resources(): Resources {
  if (known && process.env.NODE_ENV !== 'development') return known
  known = { sv: namespaces('sv'), en: namespaces('en') }
  return known
}

function namespaces(language: Language): Record<string, Texts> {
  const folder = join(projectRoot(), 'locales', language)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      asTexts(JSON.parse(readFileSync(join(folder, name), 'utf8')), name),
    ]),
  )
}

function asTexts(value: unknown, place: string): Texts {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${place} must be an object of texts`)
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      typeof member === 'string' || isList(member) ? member : asTexts(member, `${place}.${key}`),
    ]),
  )
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((member) => typeof member === 'string')
}

/** The names of all namespaces, those of the default language. */
export function namespaceNames(): readonly string[] {
  return Object.keys(resources()[languages[0]])
}
