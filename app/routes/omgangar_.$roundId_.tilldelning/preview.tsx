import { Button } from '@navikt/ds-react/Button'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { classNames } from '~/ui/class-names'
import { ErrorSummary } from '~/ui/error-summary'
import { useErrorTitle } from '~/ui/error-title'
import { H2 } from '~/ui/heading'
import { Card, CardHead, Split, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import styles from './allocation.module.css'
import { type LayoutData, LayoutForm } from './layout-form'
import { type Row, RowTable } from './row-table'

interface Figure {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly detail: string
  readonly tone: 'plain' | 'good' | 'bad'
}

interface PreviewProps {
  readonly preview: {
    readonly outcome: 'stopped' | 'sound' | 'same'
    readonly changes: number
    readonly fingerprint: string
    readonly figures: readonly Figure[]
    readonly errors: readonly { readonly href: string; readonly message: string }[]
    readonly columns: { readonly posts: boolean; readonly caseNumber: boolean }
    readonly rows: readonly Row[]
    readonly missing: readonly string[]
    readonly layout: LayoutData
    readonly list: string
  }
  /** The address's query, for the form that agrees. */
  readonly query: string
  readonly home: string
}

/** A list as it was read: what stops it or what it would do, row by row. */
export function Preview({ preview, query, home }: PreviewProps) {
  const { outcome, changes, fingerprint, figures, errors, columns, rows, missing, layout, list } = preview
  const { t } = useTranslation('round')
  const busy = useNavigation().formMethod === 'POST'
  useErrorTitle(outcome === 'stopped')
  const asksWho = rows.some(({ holder }) => holder !== null)
  return (
    <>
      <Figures figures={figures} />
      {outcome === 'stopped' ? (
        <ErrorSummary heading={t('preview.stopped', { count: errors.length })} items={errors} />
      ) : (
        <Notice tone={outcome === 'sound' ? 'success' : 'info'} live="polite">
          {outcome === 'sound' ? t('preview.sound', { count: changes }) : t('preview.same')}
        </Notice>
      )}
      <Split>
        <Form method="post" action={`?${query}`}>
          <input type="hidden" name="sett" value={fingerprint} />
          <Card flush labelledBy="raderna">
            <CardHead ruled={false}>
              <H2 id="raderna">{t('preview.listed')}</H2>
            </CardHead>
            <RowTable rows={rows} columns={columns} />
            {(outcome === 'sound' || (outcome === 'same' && asksWho)) && (
              <div className={styles.confirm}>
                <Button type="submit" loading={busy}>
                  {outcome === 'sound' ? t('preview.confirm', { count: changes }) : t('preview.confirmNotes')}
                </Button>
                <ButtonLink to={home} variant="tertiary">
                  {t('preview.cancel')}
                </ButtonLink>
                <span className="subtle small">{t('preview.nothingStored')}</span>
              </div>
            )}
          </Card>
        </Form>
        <Stack>
          <LayoutForm layout={layout} list={list} query={query} />
          {missing.length > 0 && (
            <Card labelledBy="saknas" gap="tight">
              <H2 id="saknas">{t('preview.missing', { count: missing.length })}</H2>
              <p className="subtle">{t('preview.missingText')}</p>
              <p>{missing.join(', ')}</p>
            </Card>
          )}
        </Stack>
      </Split>
    </>
  )
}

function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={classNames('num', styles.figures)}>
      {figures.map(({ id, label, value, detail, tone }) => (
        <div key={id} className="card">
          <dt>{label}</dt>
          <dd>
            <b className={styles[tone]}>{value}</b>
            <span className={classNames('small', tone === 'plain' ? 'subtle' : styles[tone])}>
              {detail || '\u00a0'}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
