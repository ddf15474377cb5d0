import { useTranslation } from 'react-i18next'
import { CaseTag } from '~/ui/case-tag'
import { DataTable } from '~/ui/data-table'
import { Row, Stack } from '~/ui/layout'
import { TextLink } from '~/ui/text-link'
import type { ListedDistrict } from './overview-view.server'

interface DistrictTableProps {
  readonly rows: readonly ListedDistrict[]
  readonly sums: {
    readonly received: string
    readonly used: string
    readonly accrued: string
    readonly planned: string
  }
  /** Whether this person may remind and explain. */
  readonly acts: boolean
  readonly here: string
}

interface Line extends Partial<ListedDistrict> {
  readonly key: string
  readonly name: string
  readonly received: string
  readonly used: string
  readonly accrued: string
  readonly planned: string
}

/** Every district with its figures, and the sums below. */
export function DistrictTable({ rows, sums, acts, here }: DistrictTableProps) {
  const { t } = useTranslation('district')
  const lines: readonly Line[] = [
    ...rows.map((row) => ({ ...row, key: row.caseId })),
    { key: 'sum', name: t('table.sum'), ...sums },
  ]
  const amount = (id: 'received' | 'used' | 'accrued' | 'planned') => ({
    id,
    heading: t(`table.${id}`),
    label: t(`table.${id}`),
    align: 'right' as const,
    cell: (line: Line) => (line.key === 'sum' ? <b>{line[id]}</b> : line[id] || <span className="none-yet">–</span>),
  })
  return (
    <DataTable
      caption={t('table.label')}
      dense
      rows={lines}
      keyOf={({ key }) => key}
      columns={[
        {
          id: 'district',
          heading: t('table.district'),
          cell: ({ key, name, readHref, pdfHref, beneath }) => (
            <Stack gap="xtight">
              {key === 'sum' ? (
                <b>{name}</b>
              ) : (
                <span className="row-name">{readHref ? <TextLink to={readHref}>{name}</TextLink> : name}</span>
              )}
              {(beneath || pdfHref) && (
                <span className="small subtle">
                  {beneath}{' '}
                  {pdfHref && (
                    <TextLink document to={pdfHref}>
                      <span aria-hidden>{t('table.document')}</span>
                      <span className="sr-only">{t('table.documentOf', { name })}</span>
                    </TextLink>
                  )}
                </span>
              )}
            </Stack>
          ),
        },
        {
          id: 'state',
          heading: t('table.state'),
          cell: ({ look, state, explanation, caseId, name, readHref }) =>
            look && (
              <Stack gap="xtight">
                <Row gap="tight">
                  <CaseTag state={look}>{state}</CaseTag>
                  {acts && !readHref && (
                    <TextLink to={`${here}?stadsdel=${caseId}#stadsdelen`}>
                      <span aria-hidden className="small">
                        {t('table.act')}
                      </span>
                      <span className="sr-only">{t('table.actOn', { name })}</span>
                    </TextLink>
                  )}
                </Row>
                {explanation && <span className="small">{explanation}</span>}
              </Stack>
            ),
        },
        amount('received'),
        amount('used'),
        amount('accrued'),
        amount('planned'),
      ]}
    />
  )
}
