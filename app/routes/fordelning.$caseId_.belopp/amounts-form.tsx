import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActionBar } from '~/ui/action-bar'
import { ButtonLink } from '~/ui/button-link'
import { FieldError } from '~/ui/field'
import { H2 } from '~/ui/heading'
import { FieldRow, Sheet, Stack } from '~/ui/layout'
import { MoneyInput } from '~/ui/money-input'
import { More } from '~/ui/more'
import { Notice } from '~/ui/notice'
import { TextArea } from '~/ui/text-area'
import { TextInput } from '~/ui/text-input'
import type { Outcome, Typed } from './posted-amounts.server'

interface AmountsFormProps {
  readonly caseId: string
  readonly cityDeadline: string
  readonly districts: readonly { readonly id: string; readonly name: string; readonly field: string }[]
  readonly stored: Typed
  /** A distribution stands, and no district has begun. */
  readonly mayTakeBack: boolean
  readonly outcome: Outcome | undefined
}

/** The amounts, typed or out of a pasted list, and the decision. Nothing is distributed before it has been checked. */
export function AmountsForm({ caseId, cityDeadline, districts, stored, mayTakeBack, outcome }: AmountsFormProps) {
  const { t } = useTranslation('district')
  const value = (name: string) => outcome?.typed[name] ?? stored[name] ?? ''
  const errors = (name: string) => outcome?.errors[name]
  const ready = outcome?.ready
  return (
    // Fields show what the last post put into them.
    <Form method="post" noValidate key={JSON.stringify(outcome?.typed)}>
      {/* What Enter in a field does: the first button of a form. */}
      <input type="submit" name="gor" value="kontrollera" hidden tabIndex={-1} />
      <Sheet>
        <Stack gap="loose">
          <More title={t('amounts.list')} open={errors('lista') !== undefined}>
            <Stack gap="tight">
              <TextArea
                name="lista"
                label={t('amounts.list')}
                hideLabel
                help={t('amounts.listHelp')}
                rows={6}
                spellCheck={false}
                defaultValue={value('lista')}
                errors={errors('lista')}
              />
              <p>
                <Button type="submit" name="gor" value="las" variant="secondary" size="small">
                  {t('amounts.read')}
                </Button>
              </p>
            </Stack>
          </More>
          {outcome?.read !== undefined && outcome.read > 0 && (
            <Notice tone="success" live="polite">
              {t('amounts.readIn', { count: outcome.read })}
            </Notice>
          )}
          <Stack gap="tight">
            <H2 id="fordelning">{t('amounts.perDistrict')}</H2>
            <p className="subtle">{t('amounts.perDistrictHelp')}</p>
            <FieldError id="fordelning" errors={errors('fordelning')} />
            <FieldRow>
              {districts.map(({ id, name, field }) => (
                <MoneyInput
                  key={id}
                  name={field}
                  label={name}
                  defaultValue={value(field)}
                  errors={errors(field)}
                  size="small"
                />
              ))}
            </FieldRow>
          </Stack>
          <Stack gap="normal">
            <TextInput
              name="summa"
              label={t('amounts.total')}
              help={t('amounts.totalHelp')}
              optional
              autoComplete="off"
              width={24}
              defaultValue={value('summa')}
              errors={errors('summa')}
            />
          </Stack>
          <Stack gap="normal">
            <H2>{t('amounts.decision')}</H2>
            <TextInput
              name="organ"
              label={t('amounts.body')}
              help={t('amounts.bodyHelp')}
              defaultValue={value('organ')}
              errors={errors('organ')}
            />
            <FieldRow>
              <TextInput
                name="beslutsdag"
                label={t('amounts.date')}
                width={12}
                autoComplete="off"
                defaultValue={value('beslutsdag')}
                errors={errors('beslutsdag')}
              />
              <TextInput
                name="paragraf"
                label={t('amounts.reference')}
                optional
                width={18}
                autoComplete="off"
                defaultValue={value('paragraf')}
              />
            </FieldRow>
            <TextInput
              name="sistaDag"
              label={t('amounts.deadline')}
              help={t('amounts.deadlineHelp', { date: cityDeadline })}
              width={12}
              autoComplete="off"
              defaultValue={value('sistaDag')}
              errors={errors('sistaDag')}
            />
          </Stack>
          {ready && (
            <Notice tone="success" live="assertive">
              {t('amounts.agrees', ready)} {ready.takenOut.count > 0 && t('amounts.taken', ready.takenOut)}
            </Notice>
          )}
        </Stack>
        <ActionBar>
          {ready && (
            <Button type="submit" name="gor" value="fordela">
              {t('amounts.confirm', ready)}
            </Button>
          )}
          <Button type="submit" name="gor" value="kontrollera" variant={ready ? 'secondary' : 'primary'}>
            {t('amounts.check')}
          </Button>
          <ButtonLink to={`/fordelning/${caseId}`} variant="tertiary">
            {t('one.back')}
          </ButtonLink>
        </ActionBar>
        {mayTakeBack && (
          <More title={t('amounts.takeBack')}>
            <Stack gap="tight">
              <p>{t('amounts.takeBackText')}</p>
              <p>
                <Button type="submit" name="gor" value="taTillbaka" variant="secondary" size="small">
                  {t('amounts.takeBack')}
                </Button>
              </p>
            </Stack>
          </More>
        )}
      </Sheet>
    </Form>
  )
}
