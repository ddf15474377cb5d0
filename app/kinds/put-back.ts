/** Fields by name, as a form posts them. */
export type Fields = readonly (readonly [string, string])[]

/** Told to a form before its fields are filled in: lists make the rows that they lack, and say so by `preventDefault`. */
export const rowsEvent = 'bidra:rows'

/** Told by a list that drops down when it has been filled in: nobody chose, so it is no «change», which would save. */
export const filledEvent = 'bidra:filled'

const attempts = 20
const pause = 25

/**
 * Puts text back into the fields of a form, or of a part of it. Rows that the fields need are made first, which may take
 * a moment; `done` comes after.
 */
export function putBack(form: HTMLFormElement, fields: Fields, done: () => void, within: HTMLElement = form): void {
  const tell = (left: number) => {
    const isReady = form.dispatchEvent(new CustomEvent(rowsEvent, { cancelable: true, detail: fields }))
    if (!isReady && left > 0) {
      setTimeout(() => tell(left - 1), pause)
      return
    }
    fill(within, fields)
    done()
  }
  tell(attempts)
}

const textual = new Set(['text', 'email', 'tel', 'search', 'date'])

function fill(within: HTMLElement, fields: Fields): void {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
  for (const element of within.querySelectorAll('input, textarea, select')) {
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      element.checked = values.get(element.name)?.includes(element.value) ?? false
    } else if (
      (element instanceof HTMLInputElement && textual.has(element.type)) ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      const value = values.get(element.name)?.shift()
      if (value === undefined) continue
      element.value = value
      if (element instanceof HTMLSelectElement) element.dispatchEvent(new Event(filledEvent, { bubbles: true }))
    }
  }
}

/** What the event carries. */
export const fieldsOf = (event: Event): Fields => (event instanceof CustomEvent ? event.detail : [])
