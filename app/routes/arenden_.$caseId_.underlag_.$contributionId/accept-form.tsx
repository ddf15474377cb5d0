import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'
import { TextLink } from '~/ui/text-link'
import type { ProposalView } from '~/views/contributions/contribution'
import styles from '~/views/contributions/contributions.module.css'
import { ProposedChanges } from '~/views/contributions/proposed-changes'

interface Props extends ProposalView {
  readonly contribution: { readonly name: string }
  readonly wrong: readonly string[]
  readonly mayAccept: boolean
  /** It has changed since it was shown. */
  readonly again: boolean
  readonly nothingTicked: boolean
  readonly href: string
}

/** The proposal beside what the case has, with a box at each answer or row, and the button that takes it. */
export function AcceptForm({ questions, seen, contribution, wrong, mayAccept, again, nothingTicked, href }: Props) {
  const { t } = useTranslation('contribution')
  const count = questions.reduce((sum, { changes }) => sum + changes.length, 0)
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="sett" value={seen} />
      <input type="hidden" name="antal" value={count} />
      {again && (
        <Notice tone="warning" live="assertive">
          {t('one.again')}
        </Notice>
      )}
      {nothingTicked && (
        <Notice tone="error" live="assertive">
          {t('one.none')}
        </Notice>
      )}
      {wrong.length > 0 && (
        <Notice tone="warning">
          <b>{t('one.wrong', { count: wrong.length })}</b>
          <ul>
            {wrong.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {t('one.wrongText')}
        </Notice>
      )}
      {count === 0 ? (
        <Notice>{t('one.same')}</Notice>
      ) : (
        <ProposedChanges questions={questions} name={contribution.name} tick={mayAccept} />
      )}
      {mayAccept && (
        <div className="stack tight">
          {count > 1 && <p className="small subtle">{t('one.leftOut')}</p>}
          <div className={styles.bar}>
            <Button type="submit" name="gor" value="godta">
              {t(count === 0 ? 'one.acceptSame' : 'one.accept')}
            </Button>
            <TextLink to={href}>{t('one.later')}</TextLink>
          </div>
        </div>
      )}
    </Form>
  )
}
