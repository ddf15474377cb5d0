type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What has been typed while the page was still the server's alone: field → its value, or whether it is ticked. */
const early = new Map<Field, string | boolean>()

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

/**
 * Notes what is typed before script has taken the page over: nobody listens yet, and React puts the old text back into a
 * `textarea` when it does (https://github.com/facebook/react/issues/12955). To be called before it begins.
 */
export function watchEarlyTyping(): void {
  // A page that one comes back to has been filled in by the browser, not by somebody who types.
  const [navigation] = performance.getEntriesByType('navigation')
  const isFresh = navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate'
  if (isFresh) for (const field of document.querySelectorAll('input, textarea, select')) if (isTyped(field)) note(field)
  document.addEventListener('input', hear, { capture: true })
}

const hear = ({ target }: Event) => note(target)

function note(field: unknown): void {
  if (isField(field)) early.set(field, isBox(field) ? field.checked : field.value)
}

const isBox = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

function isTyped(field: Element): boolean {
  if (isBox(field)) return field.checked !== field.defaultChecked
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue
  )
}

/** Puts early text back into a form that script has taken over, and tells whoever listens to it now. */
export function tellOfEarlyTyping(form: HTMLFormElement): void {
  document.removeEventListener('input', hear, { capture: true })
  const noted = [...early]
  early.clear()
  for (const [field, value] of noted) {
    if (!form.contains(field)) continue
    if (typeof value === 'string') {
      if (field.value !== value) field.value = value
    } else if (isBox(field)) field.checked = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
