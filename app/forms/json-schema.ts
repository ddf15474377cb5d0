import { z } from 'zod'
import { formDefinition } from './definition'
import { isObject, type Json, type JsonObject, member } from './json'
import type { FormKind } from './kind-port'

/**
 * The JSON Schema of the form language, for editors: completion, descriptions, and the options of each kind. It says
 * less than compiling a form does: expressions, references and texts are checked only there.
 */
export function formJsonSchema(kinds: readonly FormKind[]): JsonObject {
  const schema = plain(z.toJSONSchema(formDefinition, { io: 'input' }))
  const definitions = { ...asObject(member(schema, '$defs')) }
  const options = kinds.map((kind): readonly [string, JsonObject] => [
    kind.name,
    withoutShared(plain(z.toJSONSchema(kind.options, { io: 'input', unrepresentable: 'any' })), definitions),
  ])
  // A question of the form, and one that each row of a table asks.
  for (const asking of ['question', 'column']) {
    if (definitions[asking] !== undefined) definitions[asking] = withOptions(asObject(definitions[asking]), options)
  }
  for (const [name, schema] of options) definitions[`${name}-options`] = schema
  return { ...schema, title: 'Bidra form', $defs: definitions }
}

/** Knows the kinds by name, and what each takes as options. */
function withOptions(question: JsonObject, options: readonly (readonly [string, JsonObject])[]): JsonObject {
  return {
    ...question,
    properties: {
      ...asObject(question.properties),
      kind: { ...asObject(member(question.properties, 'kind')), enum: options.map(([name]) => name) },
    },
    allOf: options.map(([name, schema]) => ({
      if: { properties: { kind: { const: name } } },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: {
        properties: { options: { $ref: `#/$defs/${name}-options` } },
        // Without required options there need not be any.
        ...(Array.isArray(schema.required) && schema.required.length > 0 ? { required: ['options'] } : {}),
      },
    })),
  }
}

/** The definitions of a kind's options join those of the form, so that references find them. */
function withoutShared(schema: JsonObject, definitions: Record<string, Json>): JsonObject {
  const { $defs, $schema, ...rest } = schema
  for (const [name, definition] of Object.entries(asObject($defs))) definitions[name] ??= definition
  return rest
}

const plain = (schema: object): JsonObject => asObject(z.json().parse(JSON.parse(JSON.stringify(schema))))

const asObject = (json: Json | undefined): JsonObject => (isObject(json) ? json : {})
