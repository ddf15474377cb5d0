import type { Json } from '~/forms/json'

/** What stands at a path inside a typed value; null when nothing does. */
export function readAt(value: Json, path: readonly string[]): Json {
  return path.reduce<Json>((inner, step) => (isObject(inner) ? (inner[step] ?? null) : null), value)
}

/** The value with something else at a path; null takes it away. */
export function writeAt(value: Json, [step, ...rest]: readonly string[], inner: Json): Json {
  if (step === undefined) return inner
  const { [step]: old, ...others } = isObject(value) ? value : {}
  const next = writeAt(old ?? null, rest, inner)
  return next === null ? others : { ...others, [step]: next }
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
