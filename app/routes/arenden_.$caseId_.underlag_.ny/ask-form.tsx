import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { errorsOf, type Reply, tickedIn, typedIn } from '~/platform/posted'
import { ActionBar } from '~/ui/action-bar'
import { ButtonLink } from '~/ui/button-link'
import { Checkboxes } from '~/ui/checkboxes'
import { H2 } from '~/ui/heading'
import { Sheet, Stack } from '~/ui/layout'
import { TextArea } from '~/ui/text-area'
import { TextInput } from '~/ui/text-input'
import { TextLink } from '~/ui/text-link'

interface Props {
  readonly page: {
    readonly id: string
    readonly title: string
    readonly questions: readonly { readonly id: string; readonly label: string }[]
    readonly ticked: readonly string[]
  }
  readonly name: string
  readonly email: string
  readonly message: string
  /** ISO */
  readonly day: string
  /** The case's own last day. */
  readonly deadline: string
  readonly reply: Reply
  /** The list of contributions. */
  readonly href: string
}

/** What is asked for, of whom, until when. */
export function AskForm({ page, name, email, message, day, deadline, reply, href }: Props) {
  const { t } = useTranslation('contribution')
  const [only, another] = page.questions
  const field = (of: string, stored: string) => ({
    name: of,
    defaultValue: typedIn(reply, of, stored),
    errors: errorsOf(reply, of),
  })
  return (
    <Sheet>
      <Form method="post" action={`${href}/ny?sida=${page.id}`} noValidate>
        <Stack gap="loose">
          <div className="stack xtight">
            <H2>{page.title}</H2>
            <p className="small">
              <TextLink to={`${href}/ny`}>{t('new.otherPage')}</TextLink>
            </p>
          </div>
          <input type="hidden" name="alla" value={page.questions.length} />
          {only && !another ? (
            <input type="hidden" name="questions" value={only.id} />
          ) : (
            <Checkboxes
              name="questions"
              label={t('new.what')}
              help={t('new.whatHelp')}
              options={page.questions.map(({ id, label }) => ({ value: id, label }))}
              defaultValue={tickedIn(reply, 'questions', page.ticked)}
              errors={errorsOf(reply, 'questions')}
            />
          )}
          <TextInput {...field('name', name)} label={t('new.name')} autoComplete="off" />
          <TextInput
            {...field('email', email)}
            type="email"
            label={t('new.email')}
            autoComplete="off"
            spellCheck={false}
          />
          <TextInput
            {...field('deadline', day)}
            label={t('new.deadline')}
            help={t('new.deadlineHelp', { date: deadline })}
            autoComplete="off"
            width={12}
          />
          <TextArea
            {...field('message', message)}
            label={t('new.message')}
            help={t('new.messageHelp')}
            optional
            rows={4}
            maxLength={1000}
          />
        </Stack>
        <ActionBar>
          <Button type="submit">{t('new.send')}</Button>
          <ButtonLink to={href} variant="tertiary">
            {t('new.cancel')}
          </ButtonLink>
        </ActionBar>
      </Form>
    </Sheet>
  )
}
