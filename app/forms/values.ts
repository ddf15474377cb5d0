import { type Environment, Optional } from '@marcbachmann/cel-js'
import { decimalOf } from './format'
import type { Json } from './json'
import type { ValueType } from './value-type'

/**
 * The shape of something that expressions read. A scalar may be missing, and is `optional<…>` to an expression, unless
 * it is `given`; objects and lists are always there.
 */
export type Shape =
  | Exclude<ValueType, { type: 'object' }>
  | {
      readonly type: 'object'
      readonly fields: Readonly<Record<string, Shape>>
      readonly rows?: true
      readonly chosen?: true
    }
  | { readonly type: 'given'; readonly of: ValueType }

/** Between canonical JSON and what CEL computes with. */
export interface Bridge {
  /** The CEL type of a value that is there: `int`. */
  readonly type: string
  /** The CEL type of an answer, which may be missing: `optional<int>`; the same as `type` for objects and lists. */
  readonly field: string
  /** Whether an expression of this CEL type can give the value of such a question. */
  accepts(type: string): boolean
  /** The CEL value of what is JSON, an answer for instance. What does not have the shape is as good as missing. */
  toField(json: unknown): unknown
  /** The canonical value of what an expression gave; undefined when there is none, or it has another shape. */
  fromCel(value: unknown): Json | undefined
}

type Bare = (json: unknown) => unknown

/** Makes the bridges of one form, and registers the object types that they need. */
export class Bridges {
  readonly #environment: Environment
  readonly #known = new Map<string, Bridge>()
  /** The fields of each object type, by its name. */
  readonly #objects = new Map<string, ReadonlyMap<string, string>>()

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** `name` is what an error message calls an object type, preferably the path where it is read. */
  of(shape: Shape, name: string): Bridge {
    const key = JSON.stringify(shape)
    const known = this.#known.get(key)
    if (known) return known
    const bridge = this.#make(shape, name)
    this.#known.set(key, bridge)
    return bridge
  }

  /** The names of the fields of an object type; none where there is no such type. */
  membersOf(type: string): readonly string[] {
    return [...(this.#objects.get(type)?.keys() ?? [])]
  }

  #make(shape: Shape, name: string): Bridge {
    switch (shape.type) {
      case 'bool':
        return scalar('bool', (json) => (typeof json === 'boolean' ? json : undefined), bool)
      case 'int':
        return scalar('int', (json) => (Number.isSafeInteger(json) ? BigInt(Number(json)) : undefined), integer)
      case 'decimal':
        return scalar(
          'int',
          (json) => units(json, shape.scale),
          (value) => {
            const whole = integer(value)
            return whole === undefined ? undefined : decimalOf(whole, shape.scale)
          },
        )
      case 'string':
      case 'date':
      // Only while the form is not known whole.
      case 'chosen':
        return scalar('string', (json) => (typeof json === 'string' && json !== '' ? json : undefined), text)
      case 'list':
        return this.#list(shape.of, name)
      case 'object':
        return this.#object(shape.fields, name, shape.rows)
      case 'given':
        return given(this.of(shape.of, name))
    }
  }

  #list(element: ValueType, name: string): Bridge {
    const inner = this.of(element, name)
    const type = `list<${inner.type}>`
    return {
      type,
      field: type,
      accepts: (other) => {
        const [, each] = /^list<(.+)>$/.exec(other) ?? []
        return other === type || (each !== undefined && inner.accepts(each))
      },
      toField: (json) =>
        Array.isArray(json) ? json.map((each) => bare(inner.toField(each))).filter((each) => each !== undefined) : [],
      fromCel: (value) => {
        if (!Array.isArray(value)) return undefined
        const list = value.map((each) => inner.fromCel(each)).filter((each) => each !== undefined)
        return list.length === 0 ? undefined : list
      },
    }
  }

  #object(fields: Readonly<Record<string, Shape>>, name: string, rows?: true): Bridge {
    const inner = Object.entries(fields).map(([key, shape]) => [key, this.of(shape, `${name}.${key}`)] as const)
    const row = rows && inner[0]?.[1].type
    const type = this.#name(name)
    const ctor = class {
      constructor(json: unknown) {
        const there: unknown[] = []
        for (const [key, bridge] of inner) {
          const part = own(json, key)
          const field = bridge.toField(part)
          Reflect.set(this, key, field)
          if (part !== undefined) there.push(field)
        }
        if (row) Reflect.set(this, 'rows', there)
      }
    }
    const fieldTypes = inner.map(([key, bridge]): [string, string] => [key, bridge.field])
    if (row) fieldTypes.push(['rows', `list<${row}>`])
    this.#environment.registerType(type, { ctor, fields: Object.fromEntries(fieldTypes) })
    this.#objects.set(type, new Map(fieldTypes))
    return {
      type,
      field: type,
      accepts: (other) => {
        const [, element] = /^map<string, (.+)>$/.exec(other) ?? []
        // An object that has more is welcome: what is asked for is taken from it.
        const there = this.#objects.get(other)
        return (
          other === type ||
          (element !== undefined && inner.every(([, bridge]) => bridge.accepts(element))) ||
          (there !== undefined && inner.every(([key, bridge]) => bridge.accepts(there.get(key) ?? '')))
        )
      },
      toField: (json) => new ctor(json),
      fromCel: (value) => {
        if (typeof value !== 'object' || value === null) return undefined
        const found: Record<string, Json> = {}
        for (const [key, bridge] of inner) {
          const part = bridge.fromCel(value instanceof Map ? value.get(key) : Reflect.get(value, key))
          if (part !== undefined) found[key] = part
        }
        return Object.keys(found).length === 0 ? undefined : found
      },
    }
  }

  #name(wanted: string): string {
    let name = wanted
    for (let count = 2; this.#objects.has(name); count++) name = `${wanted}.${count}`
    this.#objects.set(name, new Map())
    return name
  }
}

function scalar(type: string, toBare: Bare, fromCel: (value: unknown) => Json | undefined): Bridge {
  const none = Optional.none()
  return {
    type,
    field: `optional<${type}>`,
    accepts: (other) => other === type || other === `optional<${type}>`,
    toField: (json) => {
      const value = toBare(json)
      return value === undefined ? none : Optional.of(value)
    },
    fromCel: (value) => fromCel(bare(value)),
  }
}

function given(inner: Bridge): Bridge {
  return {
    type: inner.type,
    field: inner.type,
    accepts: (other) => other === inner.type,
    // Not there after all: the field is left out, and an expression that reads it has no value.
    toField: (json) => bare(inner.toField(json)),
    fromCel: inner.fromCel,
  }
}

function own(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null && Object.hasOwn(json, key) ? Reflect.get(json, key) : undefined
}

/** Without its optional: undefined where there is nothing. */
export function bare(value: unknown): unknown {
  return value instanceof Optional ? value.orValue(undefined) : value
}

const bool = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

function integer(value: unknown): number | undefined {
  if (typeof value !== 'bigint') return undefined
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : undefined
}

function units(json: unknown, scale: number): bigint | undefined {
  if (typeof json !== 'string') return undefined
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(json) ?? []
  if (whole === '' || fraction.length !== scale) return undefined
  return BigInt(sign + whole + fraction)
}
