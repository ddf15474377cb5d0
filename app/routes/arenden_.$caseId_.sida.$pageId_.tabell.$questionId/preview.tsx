import { Button } from '@navikt/ds-react/Button'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { TableChanges } from '~/cases/table-changes'
import { ButtonLink } from '~/ui/button-link'
import { classNames } from '~/ui/class-names'
import { ErrorSummary } from '~/ui/error-summary'
import { useErrorTitle } from '~/ui/error-title'
import { H2 } from '~/ui/heading'
import { Card, CardHead } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { TextLink } from '~/ui/text-link'
import { ChangeTable } from './change-table'
import styles from './sheet.module.css'

interface PreviewProps {
  readonly compared: TableChanges
  readonly here: string
  readonly back: string
  /** The kept file. */
  readonly file: string
  readonly keepMissing: boolean
  /** What was agreed to is not what would happen now. */
  readonly again: boolean
}

/** What a file would change, row by row, and what stops it. */
export function Preview({ compared, here, back, file, keepMissing, again }: PreviewProps) {
  const { changes, unchanged, moved, errors, strangers } = compared
  const { t } = useTranslation('sheet')
  const busy = useNavigation().formMethod === 'POST'
  const wrong = [
    ...strangers.map(({ line, name }) => ({
      href: '#skillnader',
      message: name === '' ? t('strangerBlank', { line }) : t('stranger', { line, name }),
    })),
    ...errors.map(({ cell, line, message }) => ({
      href: line === undefined ? '#skillnader' : `#rad-${line}`,
      message: cell === undefined ? message : t('cell', { cell, message }),
    })),
  ]
  useErrorTitle(wrong.length > 0)
  const isSame = changes.length === 0 && !moved
  const count = (what: string) => changes.filter((change) => change.what === what).length
  const counts = [
    { key: 'countAdded', count: count('added') },
    { key: 'countChanged', count: count('changed') },
    { key: 'countRemoved', count: count('removed') },
    { key: 'countUnchanged', count: unchanged },
  ].filter((each) => each.count > 0)
  const address = `${here}?las=${file}`
  return (
    <div className="stack">
      {again && (
        <Notice tone="warning" live="assertive">
          {t('again')}
        </Notice>
      )}
      {wrong.length > 0 ? (
        <ErrorSummary heading={t('stopped', { count: wrong.length })} items={wrong} />
      ) : (
        !again && (
          <Notice tone="info" live="polite">
            {isSame ? t('same') : changes.length === 0 ? t('movedOnly') : t('sound', { count: changes.length })}
          </Notice>
        )
      )}
      <Notes compared={compared} />
      <Card flush labelledBy="skillnader">
        <CardHead ruled={false}>
          <div className="stack xtight">
            <H2 id="skillnader">{t('differences')}</H2>
            <p className="subtle">{counts.map(({ key, count }) => t(key, { count })).join(' · ')}</p>
            {(keepMissing || count('removed') > 0) && (
              <p>
                <TextLink to={keepMissing ? address : `${address}&behall=1`}>
                  {keepMissing ? t('dropMissing') : t('keep')}
                </TextLink>
              </p>
            )}
          </div>
        </CardHead>
        {changes.length > 0 && <ChangeTable changes={changes} errors={errors} />}
        <Form
          method="post"
          action={keepMissing ? `${address}&behall=1` : address}
          className={classNames(styles.confirm, wrong.length === 0 && styles.sticky)}
        >
          <input type="hidden" name="sett" value={compared.seen} />
          {wrong.length === 0 && !isSame && (
            <Button type="submit" loading={busy}>
              {t('accept')}
            </Button>
          )}
          <ButtonLink to={here} variant={wrong.length > 0 ? 'primary' : 'tertiary'}>
            {t('other')}
          </ButtonLink>
          <TextLink to={back}>{t('back')}</TextLink>
        </Form>
      </Card>
    </div>
  )
}

/** What one should know beside the differences. */
function Notes({ compared }: { readonly compared: TableChanges }) {
  const { t } = useTranslation('sheet')
  const { moved, missing, sums, unknown, absent, errors, strangers } = compared
  const notes = [
    errors.length + strangers.length > 0 && t('stoppedRemedy'),
    moved && t('moved'),
    missing > 0 && t('missing', { count: missing }),
    sums > 0 && t('sums'),
    unknown.length > 0 && t('unknown', { list: unknown.join(', ') }),
    absent.length > 0 && t('absent', { list: absent.join(', ') }),
  ].filter((note) => note !== false)
  const [only, another] = notes
  if (only === undefined) return null
  return another === undefined ? (
    <p>{only}</p>
  ) : (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}
