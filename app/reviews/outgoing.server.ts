import { createReadableStreamFromReadable } from '@remix-run/node'
import { fileResponse } from '~/platform/file-response.server'
import type { OutgoingFile } from './documents.server'

/** A file as an answer, passed on as it is read. */
export function outgoing({ stream, fileName, contentType }: OutgoingFile, download: boolean): Response {
  return fileResponse(createReadableStreamFromReadable(stream), { name: fileName, type: contentType, download })
}
