import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { TextInput } from '~/ui/text-input'
import styles from './case.module.css'

interface NumberFormProps {
  readonly caseNumber: string
  /** What was typed and could not be stored, and why. */
  readonly refused?: { readonly typed: string; readonly message: string } | undefined
  readonly saved?: 'registered' | 'removed' | undefined
}

/** The agency's number of the case. */
export function NumberForm({ caseNumber, refused, saved }: NumberFormProps) {
  const { t } = useTranslation('review')
  return (
    <Card labelledBy="registrering" gap="tight">
      <H2 id="registrering">{t('case.registration')}</H2>
      {saved && !refused && (
        <Notice tone="success" live="polite">
          {t(saved === 'removed' ? 'case.removed' : 'case.saved')}
        </Notice>
      )}
      <Form method="post" className={styles.number} key={caseNumber} preventScrollReset>
        <TextInput
          name="dnr"
          size="small"
          label={t('case.registration')}
          hideLabel
          help={t('case.registrationHelp')}
          defaultValue={refused?.typed ?? caseNumber}
          errors={refused ? [refused.message] : undefined}
          width={24}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" size="small" variant="secondary">
          {t('case.save')}
        </Button>
      </Form>
    </Card>
  )
}
