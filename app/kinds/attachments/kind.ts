import { z } from 'zod'
import { localText } from '~/forms/definition'
import type { FileValue } from '~/forms/display'
import type { FieldKind, Posted } from '../contract'
import { onePlace } from '../places'
import { fileOf, isList } from '../posted'
import { accepted, codecOf, notYet, refused } from '../reading'
import { noSheet } from '../sheet'
import { messages } from './messages'

/** `purpose` says what the files are («Protokollsutdrag»), beside the button that adds them. */
const options = z.strictObject({ max: z.int().min(1).max(100).default(20), purpose: localText.optional() })
export type AttachmentsOptions = z.output<typeof options>

/** A FileValue that is plain JSON to the type checker. */
export type StoredFile = Pick<FileValue, keyof FileValue>

const files: z.ZodType<readonly StoredFile[], readonly StoredFile[]> = z
  .array(
    z.object({
      name: z.string(),
      type: z.string(),
      size: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  )
  .readonly()

/** The stored files, each once; anything else that is posted (an empty file part) is passed over. */
function read(posted: Posted): readonly StoredFile[] | undefined {
  const found = new Map<string, StoredFile>()
  for (const part of isList(posted) ? posted : [posted]) {
    const file = fileOf(part)
    if (file) found.set(JSON.stringify([file.sha256, file.name]), file)
  }
  return found.size === 0 ? undefined : [...found.values()]
}

/** Files that have been uploaded. Types and sizes are judged where they are received. */
export const attachments: FieldKind<AttachmentsOptions, readonly StoredFile[], readonly StoredFile[]> = {
  name: 'attachments',
  options,
  type: () => ({
    type: 'list',
    of: {
      type: 'object',
      fields: {
        name: { type: 'string' },
        type: { type: 'string' },
        size: { type: 'int' },
        sha256: { type: 'string' },
      },
    },
  }),
  read,
  schema: ({ options: { max } }, { language }) =>
    codecOf(files, files, {
      decode: (typed) => {
        if (typed.length === 0) return notYet(messages[language].missing)
        return typed.length > max ? refused(messages[language].tooMany(max)) : accepted(typed)
      },
      encode: (value) => value,
    }),
  partial: (_question, typed) => typed,
  missing: (_question, { language }) => messages[language].missing,
  merge: 'append',
  ...onePlace,
  display: (_question, value) => ({ type: 'file', files: value }),
  displayTyped: (_question, typed) => ({ type: 'file', files: typed }),
  // The names of what is enclosed.
  suggestions: () => [],
  blank: ({ options: { max } }) => ({ type: 'lines', count: Math.min(max, 2) }),
  sheet: () => noSheet,
  columns: ({ label }, { text, language }) => [
    { id: '', label: text(label), type: 'text', of: (value) => value.map(({ name }) => name).join('; ') },
    {
      id: 'count',
      label: `${text(label)}: ${messages[language].count}`,
      type: 'integer',
      of: (value) => value.length,
    },
  ],
  example: () => [
    {
      name: 'protokollsutdrag.pdf',
      type: 'application/pdf',
      size: 48_213,
      sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
    },
  ],
  // A file is not typed: a test hands it to the field named as the question.
  fields: () => [],
}
