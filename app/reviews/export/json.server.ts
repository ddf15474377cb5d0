import { Readable } from 'node:stream'
import type { ExportRow } from './rows.store.server'

export interface ExportHeading {
  readonly programme: string
  readonly kind: string
  readonly year: number
  readonly form: { readonly id: string; readonly hash: string }
}

/**
 * `{ round, cases: [...] }`, one case a line. A record stands in it letter by letter as it was signed (canonical JSON,
 * docs/canonical-record.md), so that its control code can be computed again.
 */
export function jsonStream(heading: ExportHeading, rows: AsyncIterable<ExportRow>): Readable {
  async function* text() {
    yield `{"round":${JSON.stringify(heading)},"cases":[`
    let separator = '\n'
    for await (const { record, sealedPdfHash, submittedAt, shortName: _, ...facts } of rows) {
      const head = JSON.stringify({ ...facts, submittedAt: submittedAt?.toISOString() ?? null, pdf: sealedPdfHash })
      yield `${separator}${head.slice(0, -1)},"record":${record ?? 'null'}}`
      separator = ',\n'
    }
    yield '\n]}\n'
  }
  return Readable.from(text(), { objectMode: false })
}
