import { Button } from '@navikt/ds-react/Button'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { Checkbox } from '~/ui/checkbox'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import type { RequestView } from './signing'
import styles from './signing.module.css'

/** What is affirmed by signing, in the words that stand in the document. */
export function Affirmation({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('sign')
  return (
    <section className="stack xtight" aria-labelledby="intygar">
      <H2 id="intygar">{t('sign.affirm')}</H2>
      <p>{view.affirmation}</p>
      {view.signatory.title && <p>{t('sign.as', { ...view.signatory })}</p>}
      <p className="small subtle">{t('sign.note')}</p>
    </section>
  )
}

/** The box, and the two ways out: sign or decline. On a phone they stay in sight. */
export function SignForm({ view, missing }: { readonly view: RequestView; readonly missing: boolean }) {
  const { t } = useTranslation('sign')
  const busy = useNavigation().formMethod === 'POST'
  return (
    <Form
      method="post"
      noValidate
      className={`card stack tight ${styles.act} ${styles.bar}`}
      aria-label={t('sign.title')}
    >
      <input type="hidden" name="seenHash" value={view.pdfHash} />
      <Checkbox
        name="accept"
        label={t('sign.accept', { organisation: view.signatory.organisation })}
        errors={missing ? [t('sign.acceptMissing')] : undefined}
      />
      <div className={styles.buttons}>
        <Button type="submit">{t(busy ? 'sign.signing' : 'sign.button')}</Button>
        <ButtonLink to={`/skriv-under/${view.id}/avboj`} variant="secondary">
          {t('sign.decline')}
        </ButtonLink>
      </div>
    </Form>
  )
}

/** The reader is asked to sign but may not: why, and what to do. */
export function CannotSign({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('sign')
  const { problem = 'unnamed', requester, signatory } = view
  const { organisation } = signatory
  return (
    <Card gap="tight" labelledBy="hinder">
      <H2 id="hinder">{t('problem.title')}</H2>
      <Notice tone="warning">
        {t(`problem.${problem}`, { organisation, title: signatory.title, decision: signatory.decision })}{' '}
        {t(`problem.todo.${problem}`, { requester })}
      </Notice>
      <div>
        <ButtonLink to={`/skriv-under/${view.id}/avboj`} variant="secondary">
          {t('sign.decline')}
        </ButtonLink>
      </div>
    </Card>
  )
}
