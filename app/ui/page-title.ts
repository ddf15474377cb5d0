/**
 * The title of a window: the page, what it belongs to, and the portal. «Fel: » before it is the caller's, after a save
 * that found errors, so that a screen reader says it first.
 */
export function pageTitle(...parts: readonly (string | undefined)[]): string {
  return [...parts.filter(Boolean), 'Bidra'].join(' – ')
}
