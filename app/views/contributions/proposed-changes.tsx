import { useTranslation } from 'react-i18next'
import { Box } from '~/ui/choice'
import { classNames } from '~/ui/class-names'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import type { ProposalView, ProposedChangeView } from './contribution'
import styles from './contributions.module.css'

/** What a proposal would change, a box at each answer or row. What somebody else has changed meanwhile is not ticked. */
export function ProposedChanges({
  questions,
  name,
  tick,
}: Pick<ProposalView, 'questions'> & { readonly name: string; readonly tick: boolean }) {
  const { t } = useTranslation('contribution')
  return (
    <>
      {questions.map(({ id, label, changes }) => (
        <Card key={id} labelledBy={`fraga-${id}`} gap="tight">
          <H2 id={`fraga-${id}`}>{label}</H2>
          {changes.length === 0 ? (
            <p className="subtle">{t('one.unchanged')}</p>
          ) : (
            <ul className={styles.list}>
              {changes.map((change) => (
                <li key={change.id}>
                  <Change change={change} label={label} name={name} tick={tick} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </>
  )
}

interface ChangeProps {
  readonly change: ProposedChangeView
  readonly label: string
  readonly name: string
  readonly tick: boolean
}

function Change({ change, label, name, tick }: ChangeProps) {
  const { t } = useTranslation('contribution')
  const { id, what, cells, conflict } = change
  const boxId = `ta-${id}`
  const title = change.name || t('one.whole')
  return (
    <div className={styles.change}>
      <div className={classNames('aksel-checkbox aksel-checkbox--medium', styles.tick)}>
        {tick && (
          <>
            <Box
              id={boxId}
              name="ta"
              value={id}
              defaultChecked={conflict === undefined}
              onChange={undefined}
              describedBy={conflict ? `${boxId}-krock` : undefined}
            />
            <label htmlFor={boxId} className="aksel-checkbox__label">
              <span className="sr-only">
                {t('one.take')}: {label}, {title}
              </span>
            </label>
          </>
        )}
      </div>
      <div className={styles.below}>
        <div className={styles.head}>
          <b>{title}</b>
          <span
            className={classNames(styles.what, what === 'added' && styles.added, what === 'removed' && styles.removed)}
          >
            {t(`one.what.${what}`)}
          </span>
        </div>
        <dl className={styles.cells}>
          {cells.map((cell) => (
            <Cell key={cell.label} {...cell} />
          ))}
        </dl>
        {conflict && (
          <div className={styles.conflict} id={`${boxId}-krock`}>
            <Notice tone="warning">{t('one.conflict', { ...conflict, name })}</Notice>
          </div>
        )}
      </div>
    </div>
  )
}

function Cell({ label, before, after }: ProposedChangeView['cells'][number]) {
  const { t } = useTranslation('contribution')
  return (
    <>
      <dt>{label || t('one.whole')}</dt>
      <dd>
        {before !== '' && (
          <>
            <del>{before}</del> <span className="sr-only">{t('one.becomes')}</span>
            <span aria-hidden>→</span>{' '}
          </>
        )}
        <ins>{after || t('one.empty')}</ins>
      </dd>
    </>
  )
}
