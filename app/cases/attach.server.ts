import { fileTypeFromBuffer } from 'file-type'
import type { FileValue } from '~/forms/display'
import { PortalError } from '~/platform/errors'
import { putFile } from '~/platform/files.server'
import { scanForViruses } from '~/platform/virus-scan.server'
import { storeAttachment } from './attachment.store.server'

/** Bytes. */
export const largestFile = 30 * 1024 * 1024

/** What can be archived and read again: the ending that a file gets and the media types that content shows. */
const accepted: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}

/**
 * Takes a file into a case: its type is told from its content, not its name. The bytes are stored under their hash.
 *
 * @throws PortalError tooLarge (details: name, size in MB), wrongType (details: name), invalid (an empty file), infected,
 * unavailable (the virus scanner is down)
 */
export async function attach(input: {
  readonly caseId: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly userId: string
  readonly now: Date
}): Promise<FileValue> {
  const name = tidyName(input.name)
  if (input.bytes.length === 0) throw new PortalError('invalid', 'empty file', { name })
  if (input.bytes.length > largestFile)
    throw new PortalError('tooLarge', 'file too large', { name, size: Math.ceil(input.bytes.length / (1024 * 1024)) })
  const found = await fileTypeFromBuffer(input.bytes)
  const ending = found && accepted[found.mime]
  if (!found || !ending) throw new PortalError('wrongType', 'file type', { name })
  await scanForViruses(input.bytes)
  const { sha256, size } = await putFile(input.bytes)
  const file: FileValue = { name: fileNameFor(name, found.mime), type: found.mime, size, sha256 }
  await storeAttachment({ caseId: input.caseId, file, userId: input.userId, now: input.now })
  return file
}

/** The name under which a file of an accepted type stands: tidy, and ending as its content does. Such a name stays as it is. */
export const fileNameFor = (name: string, type: string): string =>
  tidyName(withEnding(tidyName(name), accepted[type] ?? ''))

/** The last part of a path, without characters that a file system or a header cannot bear; at most 120 characters. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const tidy = last
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '')
    .trim()
  return tidy === '' || tidy.startsWith('.')
    ? `fil${tidy}`
    : tidy.length > 120
      ? `${tidy.slice(0, 110)}${tidy.slice(-10)}`
      : tidy
}

/** The name says what the content is. */
function withEnding(name: string, ending: string): string {
  const same = { jpg: /\.jpe?g$/i, tif: /\.tiff?$/i }[ending] ?? new RegExp(`\\.${ending}$`, 'i')
  return same.test(name) ? name : `${name}.${ending}`
}
