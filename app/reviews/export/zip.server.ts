import { createHash } from 'node:crypto'
import { PassThrough, pipeline, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { readRecord } from '~/cases/read-record'
import { readStream } from '~/platform/files.server'
import { fileName, filesIn, nameKeeper } from './file-names'
import type { ExportRow } from './rows.store.server'

/** One file of the archive: its path, its SHA-256 and where its bytes come from. */
interface Entry {
  readonly path: string
  readonly sha256: string
  readonly at: Date
  /** Whether it is worth the work: PDF, pictures and Office files are packed already. */
  readonly compress: boolean
  open(): Promise<Readable>
}

export interface ZipWords {
  /** «Personligt ombud återrapportering 2020» */
  readonly title: string
  /** «Bilagor» */
  readonly attachments: string
}

/**
 * Everything that was handed in: a folder for each recipient with the sealed PDF, the record as JSON and the
 * attachments, and MANIFEST.sha256 (`sha256sum -c` reads it). Entries are opened one at a time as the archive is read.
 */
export function zipStream(rows: AsyncIterable<ExportRow>, words: ZipWords): Readable {
  const zip = new ZipFile()
  const output = new PassThrough()
  // An error on either side ends both; whoever reads the archive is told by its breaking off.
  pipeline(zip.outputStream, output, () => {})
  const breakOff = (error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  zip.on('error', breakOff)
  const ended = new Promise<'ended'>((resolve) => {
    output.once('close', () => resolve('ended'))
  })
  fill(zip, rows, words, ended).catch(breakOff)
  return output
}

async function fill(zip: ZipFile, rows: AsyncIterable<ExportRow>, words: ZipWords, ended: Promise<'ended'>) {
  const manifest: string[] = []
  const folder = nameKeeper()
  for await (const row of rows) {
    for (const entry of entriesOf(row, folder, words)) {
      manifest.push(`${entry.sha256}  ${entry.path}\n`)
      // Waits until the entry has been read, so that what is open and waiting never grows with the number of cases.
      if ((await Promise.race([add(zip, entry), ended])) === 'ended') return
    }
  }
  zip.addBuffer(Buffer.from(manifest.join('')), 'MANIFEST.sha256')
  zip.end()
}

function add(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.addReadStreamLazy(entry.path, { mtime: entry.at, compress: entry.compress }, (callback) => {
      entry.open().then((stream) => {
        stream.once('end', resolve)
        stream.once('error', reject)
        callback(null, stream)
      }, reject)
    })
  })
}

function* entriesOf(row: ExportRow, folder: (name: string) => string, words: ZipWords): Generator<Entry> {
  if (row.record === null || row.submittedAt === null) return
  const { record, recordHash, submittedAt: at } = row
  const home = folder(fileName(row.name))
  const stem = fileName(`${row.name} – ${words.title}`)
  if (row.sealedPdfHash) {
    const sha256 = row.sealedPdfHash
    yield { path: `${home}/${stem}.pdf`, sha256, at, compress: false, open: () => readStream(sha256) }
  }
  const text = Buffer.from(record)
  yield {
    path: `${home}/${stem}.json`,
    sha256: recordHash ?? createHash('sha256').update(text).digest('hex'),
    at,
    compress: true,
    open: async () => Readable.from([text], { objectMode: false }),
  }
  const name = nameKeeper()
  for (const file of filesIn(readRecord(record).answers)) {
    const path = `${home}/${words.attachments}/${name(fileName(file.name))}`
    yield { path, sha256: file.sha256, at, compress: false, open: () => readStream(file.sha256) }
  }
}
