import { mkdir, truncate, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A file as a browser's file chooser hands it over. */
interface Chosen {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const smallestPdf = Buffer.from('%PDF-1.7\n%âãÏÓ\ntrailer <</Root 1 0 R>>\n%%EOF\n', 'latin1')

export const pdf = (name: string): Chosen => ({ name, mimeType: 'application/pdf', buffer: smallestPdf })

/** A PDF of this many bytes, at a path: the browser reads it from there. */
export async function writePdf(path: string, size: number): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, smallestPdf)
  await truncate(path, size)
  return path
}

/** One pixel. */
export const png = (name: string): Chosen => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
})

/** An empty text document of Word. */
export async function docx(name: string): Promise<Chosen> {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const zip = new ZipFile()
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`
  zip.addBuffer(Buffer.from(types), '[Content_Types].xml')
  zip.addBuffer(Buffer.from('<document/>'), 'word/document.xml')
  zip.end()
  return { name, mimeType: type, buffer: await buffer(zip.outputStream) }
}

/** A program for Windows that pretends to be something else. */
export const program = (name: string): Chosen => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), Buffer.alloc(512)]),
})
