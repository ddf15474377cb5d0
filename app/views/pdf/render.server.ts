import { join } from 'node:path'
import { projectRoot } from '~/platform/root.server'
import { threads } from '~/platform/threads.server'
import type { PrintedDocument } from './document'
import { sheetOf } from './sheet'

/** The fonts of every printed document, whole TTF files; nothing is ever taken from the machine. */
const fonts = [
  '400Regular/SourceSans3_400Regular',
  '600SemiBold/SourceSans3_600SemiBold',
  '700Bold/SourceSans3_700Bold',
]

interface ToSet {
  readonly sheet: string
  readonly record: string | undefined
}

/** Typesetting would stop the event loop. */
const setters = threads<ToSet, Uint8Array>({
  file: () => join(folder(), 'worker.mjs'),
  most: 2,
  workerData: () => ({
    fonts: fonts.map((name) => join(projectRoot(), `node_modules/@expo-google-fonts/source-sans-3/${name}.ttf`)),
    template: join(folder(), 'template.typ'),
  }),
})

const folder = () => join(projectRoot(), 'app/views/pdf')

/**
 * Sets a document as PDF: PDF/A-3a and PDF/UA-1, our fonts only, the record embedded where there is one. Equal
 * documents give equal bytes. Rejects with UnprintableText (unprintable-text.ts) when a character of a document that
 * is to be signed cannot be printed.
 */
export async function renderPdf(document: PrintedDocument): Promise<Uint8Array> {
  const sheet = JSON.stringify(sheetOf(document))
  return setters.run({ sheet, record: document.content.state === 'final' ? document.content.record : undefined })
}

/** Ends the threads; the next document starts new ones. Documents under way are refused. */
export function stopRendering(): Promise<void> {
  return setters.stop()
}
