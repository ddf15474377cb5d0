import type { Readable } from 'node:stream'
import type { Language } from '~/forms/text'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { translator } from '~/platform/i18n/translator.server'
import { loadRound, type NamedRound } from '../round.server'
import type { WorklistFilter } from '../worklist-filter'
import type { Scope } from '../worklist-sql.store.server'
import { exportColumns } from './columns.server'
import { csvStream } from './csv.server'
import { fileName } from './file-names'
import { jsonStream } from './json.server'
import { countRows, exportRows } from './rows.store.server'
import { xlsxStream } from './xlsx.server'
import { zipStream } from './zip.server'

export const exportFormats = ['xlsx', 'csv', 'json', 'zip'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** The format that an address names, if there is such a one. */
export const readFormat = (text: string | undefined) => exportFormats.find((format) => format === text)

export interface Download {
  readonly stream: Readable
  readonly fileName: string
  readonly contentType: string
}

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
}

/**
 * The cases of a list as one file, one row per case, with the same rights and the same filter as the list. Written as
 * it is read: what it takes does not grow with the number of cases. The download is logged before the first byte.
 *
 * @throws PortalError notFound
 */
export async function exportRound(
  scope: Scope,
  filter: WorklistFilter,
  format: ExportFormat,
  language: Language,
  userId: string,
): Promise<Download> {
  const round = await loadRound(scope.roundId, language)
  const cases = await countRows(scope, filter)
  await transaction((tx) =>
    audit(tx, {
      actor: userId,
      action: 'round.export',
      entity: `round:${scope.roundId}`,
      details: { format, cases },
    }),
  )
  return {
    stream: streamOf(round, exportRows(scope, filter), format, language),
    fileName: `${fileName(round.fileTitle)}.${format}`,
    contentType: contentTypes[format],
  }
}

function streamOf(
  round: NamedRound,
  rows: ReturnType<typeof exportRows>,
  format: ExportFormat,
  language: Language,
): Readable {
  const t = translator(language, 'review')
  const columns = () => exportColumns(round, language, t)
  switch (format) {
    case 'csv':
      return csvStream(columns(), rows, language, { yes: t('export.yes'), no: t('export.no') })
    case 'xlsx':
      return xlsxStream(columns(), rows, t(`kind.${round.kind}`))
    case 'json': {
      const { programme, kind, year, form } = round
      const { id } = form.definition
      return jsonStream({ programme, kind, year, form: { id, hash: form.hash } }, rows)
    }
    case 'zip':
      return zipStream(rows, { title: round.fileTitle, attachments: t('export.attachments') })
  }
}
