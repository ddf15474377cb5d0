import { Button } from '@navikt/ds-react/Button'
import { Tag } from '@navikt/ds-react/Tag'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { MandateState } from '~/grants/organisations/member'
import { ButtonLink } from '~/ui/button-link'
import { H2, H3 } from '~/ui/heading'
import { Card, Row, Stack } from '~/ui/layout'
import styles from './mandates.module.css'

interface ShownMandate {
  readonly id: string
  readonly title: string
  readonly decision: string
  readonly state: MandateState
  /** Period, giver and the rest, in words. */
  readonly facts: readonly string[]
}

interface MandatesProps {
  readonly name: string
  readonly mandates: readonly ShownMandate[]
  readonly giveHref: string
}

const colours = { valid: 'success', coming: 'info', ended: 'neutral', revoked: 'neutral' } as const

/** What gives the member the right to sign, now and before. */
export function Mandates({ name, mandates, giveHref }: MandatesProps) {
  const { t } = useTranslation('account')
  return (
    <Card gap="normal" labelledBy="fullmakter">
      <H2 id="fullmakter">{t('mandate.title')}</H2>
      {mandates.length === 0 && <p>{t('mandate.none', { name })}</p>}
      {mandates.length > 0 && (
        <ul className={styles.mandates}>
          {mandates.map((mandate) => (
            <li key={mandate.id}>
              <Mandate {...mandate} />
            </li>
          ))}
        </ul>
      )}
      <div>
        <ButtonLink to={giveHref} variant="secondary">
          {t('mandate.give')}
        </ButtonLink>
      </div>
    </Card>
  )
}

function Mandate({ id, title, decision, state, facts }: ShownMandate) {
  const { t } = useTranslation('account')
  const stands = state === 'valid' || state === 'coming'
  return (
    <Stack gap="xtight">
      <Row between>
        <H3>{title}</H3>
        <Tag size="small" variant={stands ? 'moderate' : 'outline'} data-color={colours[state]}>
          {t(`mandate.state.${state}`)}
        </Tag>
      </Row>
      <p>{decision}</p>
      <p className="small subtle">{facts.join(' · ')}</p>
      {stands && (
        <Form method="post" className={styles.revoke}>
          <Button
            type="submit"
            name="mandate"
            value={id}
            variant="secondary"
            size="small"
            aria-label={t('mandate.revokeOf', { decision })}
          >
            {t('mandate.revoke')}
          </Button>
        </Form>
      )}
    </Stack>
  )
}
