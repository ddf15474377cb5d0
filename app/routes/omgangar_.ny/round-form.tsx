import { Button } from '@navikt/ds-react/Button'
import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RecipientChoice } from '~/grants/rounds/choose-recipients'
import { errorItems, errorsOf, type Reply, typedIn } from '~/platform/posted'
import { ActionBar } from '~/ui/action-bar'
import { ButtonLink } from '~/ui/button-link'
import { Checkbox } from '~/ui/checkbox'
import type { Crumb } from '~/ui/crumbs'
import { H1, H2, Lead } from '~/ui/heading'
import { FieldRow, PublicColumn, Sheet, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { PostedErrors } from '~/ui/posted-errors'
import { SelectInput } from '~/ui/select-input'
import { TextInput } from '~/ui/text-input'
import styles from './new-round.module.css'
import { RecipientChoices } from './recipient-choices'

interface Option {
  readonly value: string
  readonly label: string
}

interface RoundFormProps {
  readonly crumbs: readonly Crumb[]
  readonly chosen: {
    readonly title: string
    readonly kind: string
    readonly version: number
    readonly isNewest: boolean
    readonly rates: readonly { readonly name: string; readonly label: string }[]
    readonly year: string
    readonly opens: string
  }
  readonly agencies: readonly Option[]
  readonly agency: { readonly id: string; readonly name: string; readonly county: string | null }
  readonly person: { readonly name: string; readonly email: string; readonly phone: string }
  readonly choices: readonly RecipientChoice[]
  readonly municipalities: string
  readonly counties: readonly Option[]
  readonly reply: Reply
  /** Others have opened the round. */
  readonly shared: { readonly deadline: string; readonly agencies: string } | null
}

/** A new round: year and dates, rates, who answers questions, and who is entered in it. */
export function RoundForm(props: RoundFormProps) {
  const { crumbs, chosen, agency, agencies, person, reply, shared } = props
  const { t } = useTranslation('round')
  const [query] = useSearchParams()
  const field = (name: string, stored = '') => ({
    name,
    defaultValue: typedIn(reply, name, stored),
    errors: errorsOf(reply, name),
  })
  return (
    <PublicColumn crumbs={crumbs}>
      <PostedErrors heading={t('open.errorHeading')} items={errorItems(reply)} />
      <Stack gap="tight">
        <p className="subtle">
          {[chosen.kind, t('open.versionShort', { version: chosen.version }), agency.name].join(' · ')}
        </p>
        <H1>{chosen.title}</H1>
        <Lead>{t('open.formLead')}</Lead>
      </Stack>
      {!chosen.isNewest && <Notice>{t('open.notNewest')}</Notice>}
      {agencies.length > 1 && (
        <ChooseAgency agencies={agencies} current={agency.id} form={query.get('blankett') ?? ''} />
      )}
      <Sheet>
        <Form method="post" noValidate>
          <input type="hidden" name="blankett" value={query.get('blankett') ?? ''} />
          <input type="hidden" name="myndighet" value={agency.id} />
          <Stack gap="loose">
            {shared && (
              <Notice tone="warning" live="assertive">
                <p>{t('open.shared', shared)}</p>
                <Checkbox name="anslut" value="ja" label={t('open.join')} />
              </Notice>
            )}
            <section className="stack" aria-labelledby="tider">
              <H2 id="tider">{t('open.dates')}</H2>
              <TextInput
                {...field('ar', chosen.year)}
                label={t('open.year')}
                help={t('open.yearHelp')}
                width={6}
                inputMode="numeric"
                autoComplete="off"
              />
              <FieldRow>
                <TextInput
                  {...field('oppnar', chosen.opens)}
                  label={t('open.opens')}
                  help={t('open.opensHelp')}
                  width={12}
                  autoComplete="off"
                />
                <TextInput
                  {...field('sista-dag')}
                  label={t('open.deadline')}
                  help={t('open.deadlineHelp')}
                  width={12}
                  autoComplete="off"
                />
              </FieldRow>
            </section>
            {chosen.rates.length > 0 && (
              <section className="stack" aria-labelledby="belopp">
                <H2 id="belopp">{t('open.rates')}</H2>
                {chosen.rates.map(({ name, label }) => (
                  <TextInput
                    key={name}
                    {...field(name)}
                    label={label}
                    unit="kr"
                    figures
                    width={12}
                    inputMode="numeric"
                    autoComplete="off"
                  />
                ))}
              </section>
            )}
            <section className="stack" aria-labelledby="kontakt">
              <div className="stack xtight">
                <H2 id="kontakt">{t('open.desk')}</H2>
                <p className="subtle">{t('open.deskLead')}</p>
              </div>
              <TextInput {...field('namn', person.name)} label={t('open.name')} autoComplete="off" />
              <TextInput {...field('enhet')} label={t('open.unit')} optional autoComplete="off" />
              <TextInput
                {...field('epost', person.email)}
                type="email"
                label={t('open.email')}
                autoComplete="off"
                spellCheck={false}
              />
              <TextInput {...field('telefon', person.phone)} type="tel" label={t('open.phone')} optional width={20} />
            </section>
            <RecipientChoices {...props} county={agency.county} />
          </Stack>
          <ActionBar>
            <Button type="submit">{t('open.submit')}</Button>
            <ButtonLink to="/omgangar" variant="tertiary">
              {t('preview.cancel')}
            </ButtonLink>
          </ActionBar>
        </Form>
      </Sheet>
    </PublicColumn>
  )
}

/** Reads the page anew: what can be chosen below follows from whose round it is. */
function ChooseAgency({
  agencies,
  current,
  form,
}: {
  readonly agencies: readonly Option[]
  readonly current: string
  readonly form: string
}) {
  const { t } = useTranslation('round')
  return (
    <Form method="get" className={styles.agency} key={current}>
      <input type="hidden" name="blankett" value={form} />
      <SelectInput name="myndighet" label={t('allocation.agency')} options={agencies} defaultValue={current} />
      <Button type="submit" variant="secondary">
        {t('open.change')}
      </Button>
    </Form>
  )
}
