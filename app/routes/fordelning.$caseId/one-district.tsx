import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { H2, H3 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { TextArea } from '~/ui/text-area'

export interface ChosenDistrict {
  readonly caseId: string
  readonly name: string
  readonly deadline: string
  readonly explanation: string
}

interface OneDistrictProps {
  readonly district: ChosenDistrict
  readonly here: string
  /** The city's return is sent in: nothing is explained any more. */
  readonly sentIn: boolean
  readonly longest: number
  /** What was typed, and why it was not saved. */
  readonly refused: { readonly typed: string; readonly error: string } | undefined
}

/** A district that has not reported: it can be reminded, and explained. */
export function OneDistrict({ district, here, sentIn, longest, refused }: OneDistrictProps) {
  const { t } = useTranslation('district')
  const { caseId, name, deadline, explanation } = district
  return (
    <Card labelledBy="stadsdelen" gap="tight">
      <H2 id="stadsdelen">{name}</H2>
      <H3>{t('one.remindTitle')}</H3>
      <p>{t('one.remindLead', { date: deadline })}</p>
      <Form method="post" action={`${here}?stadsdel=${caseId}`}>
        <input type="hidden" name="gor" value="paminn" />
        <input type="hidden" name="stadsdel" value={caseId} />
        <Button type="submit" variant="secondary" size="small">
          {t('one.remind')}
        </Button>
      </Form>
      {!sentIn && (
        <>
          <H3>{t('one.explainTitle')}</H3>
          <p>{t('one.explainLead')}</p>
          <Form method="post" action={`${here}?stadsdel=${caseId}`} className="stack tight" noValidate>
            <input type="hidden" name="gor" value="forklara" />
            <input type="hidden" name="stadsdel" value={caseId} />
            <TextArea
              name="forklaring"
              label={t('one.explanation', { name })}
              defaultValue={refused?.typed ?? explanation}
              errors={refused ? [refused.error] : undefined}
              maxLength={longest}
            />
            <p className="row">
              <Button type="submit">{t('one.explain')}</Button>
              <ButtonLink to={here} variant="tertiary">
                {t('one.back')}
              </ButtonLink>
            </p>
          </Form>
        </>
      )}
    </Card>
  )
}
