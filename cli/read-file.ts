import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Json } from '../app/forms/json'
import { Unusable } from './command'

/** A file's bytes. Unusable when it cannot be read. */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new Unusable(
      `The file ${path} cannot be read (${error instanceof Error && 'code' in error ? error.code : error}).`,
    )
  }
}

/** A file's text, UTF-8. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Unusable(`The file ${path} is not text in UTF-8.`)
  }
}

const object: z.ZodType<Record<string, Json>> = z.record(z.string(), z.json())

/** A file that holds an object, in JSON or YAML. */
export async function readObject(path: string): Promise<Record<string, Json>> {
  const text = await readText(path)
  let value: unknown
  try {
    value = path.endsWith('.json') ? JSON.parse(text) : parse(text)
  } catch (error) {
    throw new Unusable(
      `The file ${path} cannot be understood: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const read = object.safeParse(value)
  if (!read.success) throw new Unusable(`The file ${path} does not hold an object of answers by id.`)
  return read.data
}
