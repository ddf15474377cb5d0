/** Plain JSON, as it is stored, hashed and sent. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** Neither a list nor null. */
export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** (`Array.isArray` does not narrow readonly arrays.) */
export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json)

/** A member of an object; undefined of anything else. Only own members count. */
export const member = (json: Json | undefined, key: string): Json | undefined =>
  isObject(json) && Object.hasOwn(json, key) ? json[key] : undefined

/** The same value, members in any order. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (isList(one)) {
    return isList(other) && one.length === other.length && one.every((each, index) => sameJson(each, other[index]))
  }
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => sameJson(one[key], member(other, key)))
}
