import type { Fields } from '~/kinds/put-back'

/**
 * What is saved by itself: a row of a table with all that stands in it, also where it holds a table of its own; what
 * stands in no such row, by its question. Two officers' rows are merged row by row, everything else needs its question.
 */
export type Part = Element

const row = 'tr[data-row], fieldset[data-row]'
const question = '.question'
const questionId = 'fraga-'

/** The part that something on the page is in; undefined outside every question. */
export function partAt(element: Element): Part | undefined {
  let part = element.closest(question) ?? undefined
  for (let found = element.closest(row); found; found = found.parentElement?.closest(row) ?? null) part = found
  return part
}

/** The parts that begin within an element, itself included. */
export function partsWithin(element: Element): readonly Part[] {
  const found = [...element.querySelectorAll(`${question}, ${row}`)].filter((each) => partAt(each) === each)
  return element.matches(question) ? [element, ...found] : found
}

/** Begins the names of what a part posts: «costs.r5», «costs». */
export const scopeOf = ({ id }: Part): string => (id.startsWith(questionId) ? id.slice(questionId.length) : id)

/** The part that has a scope; where it is no longer there, the question that it belongs to. */
export function partWith(scope: string): Part | undefined {
  const found = document.getElementById(scope)
  if (found?.matches(row)) return found
  return document.getElementById(`${questionId}${scope.split('.')[0]}`) ?? undefined
}

/** Fields whose part has one of the scopes. */
export function fieldsOutside(scopes: readonly string[], fields: Fields): Fields {
  const left = new Set(scopes)
  return fields.filter(([name]) => {
    const [first = '', second] = name.replace(/^asked:/, '').split('.')
    return !left.has(first) && !left.has(`${first}.${second}`)
  })
}

/** What a part would post now. Files and buttons left out. */
export const fieldsNow = (part: Part): Fields => fieldsOf(part, valuesNow)

/** What a part would post if nobody had typed in it: what the server put into its fields. */
export const fieldsAtFirst = (part: Part): Fields => fieldsOf(part, valuesAtFirst)

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function fieldsOf(part: Part, valuesOf: (field: Field) => readonly string[]): Fields {
  const fields: [string, string][] = []
  const isQuestion = part.matches(question)
  for (const field of part.querySelectorAll<Field>('input, select, textarea')) {
    if (!field.name || field.disabled || (isQuestion && field.closest(row))) continue
    for (const value of valuesOf(field)) fields.push([field.name, value])
  }
  return fields
}

const silent = new Set(['file', 'submit', 'button', 'image', 'reset'])

function valuesNow(field: Field): readonly string[] {
  if (field instanceof HTMLSelectElement) return [...field.selectedOptions].map(({ value }) => value)
  if (silent.has(field.type)) return []
  return isBox(field) && !field.checked ? [] : [field.value]
}

function valuesAtFirst(field: Field): readonly string[] {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options]
    const chosen = options.filter(({ defaultSelected }) => defaultSelected)
    return (chosen.length > 0 || field.multiple ? chosen : options.slice(0, 1)).map(({ value }) => value)
  }
  if (silent.has(field.type)) return []
  if (isBox(field)) return field.defaultChecked ? [field.value] : []
  return [field.defaultValue]
}

const isBox = (field: HTMLInputElement | HTMLTextAreaElement): field is HTMLInputElement =>
  field.type === 'radio' || field.type === 'checkbox'
