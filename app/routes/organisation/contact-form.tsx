import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ContactField } from '~/grants/organisations/contact-fields'
import { errorsOf, type Reply, typedIn } from '~/platform/posted'
import { ActionBar } from '~/ui/action-bar'
import { H2 } from '~/ui/heading'
import { Sheet, Stack } from '~/ui/layout'
import { LockedValue } from '~/ui/locked-value'
import { TextInput } from '~/ui/text-input'

export interface ContactSection {
  readonly id: string
  readonly fields: readonly ContactField[]
}

interface ContactFormProps {
  readonly sections: readonly ContactSection[]
  /** Field id → what is kept. */
  readonly values: Readonly<Record<string, string>>
  readonly reply: Reply
}

/** The details as fields. */
export function ContactForm({ sections, values, reply }: ContactFormProps) {
  const { t } = useTranslation('account')
  return (
    <Sheet>
      <Form method="post" noValidate>
        <Stack gap="loose">
          {sections.map(({ id, fields }) => (
            <section key={id} className="stack" aria-labelledby={`avsnitt-${id}`}>
              <H2 id={`avsnitt-${id}`}>{t(`contact.section.${id}`)}</H2>
              {fields.map((field) => (
                <Detail key={field.id} field={field} value={values[field.id]} reply={reply} />
              ))}
            </section>
          ))}
        </Stack>
        <ActionBar>
          <Button type="submit">{t('contact.save')}</Button>
        </ActionBar>
      </Form>
    </Sheet>
  )
}

const withHelp: readonly string[] = ['email', 'paymentReference']

interface DetailProps {
  readonly field: ContactField
  readonly value: string | undefined
  readonly reply: Reply
}

function Detail({ field: { id, inputMode, width }, value, reply }: DetailProps) {
  const { t } = useTranslation('account')
  const label = t(`contact.field.${id}`)
  // A number that the register has is not the administrator's to change.
  if (id === 'orgNumber' && value) return <LockedValue label={label} value={value} source={t('contact.register')} />
  return (
    <TextInput
      name={id}
      label={label}
      help={withHelp.includes(id) ? t(`contact.help.${id}`) : undefined}
      inputMode={inputMode}
      width={width ?? 40}
      defaultValue={typedIn(reply, id, value)}
      errors={errorsOf(reply, id)}
    />
  )
}
