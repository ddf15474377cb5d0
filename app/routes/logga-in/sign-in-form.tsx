import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { errorsOf, type Reply, typedIn } from '~/platform/posted'
import { ButtonLink } from '~/ui/button-link'
import { Card, Stack } from '~/ui/layout'
import { TextInput } from '~/ui/text-input'

interface SignInFormProps {
  /** Where to land afterwards. */
  readonly next?: string | undefined
  /** The name of the identity provider, where there is one. */
  readonly provider?: string | undefined
  readonly reply?: Reply
  /** Where something else on the page is the first thing to do. */
  readonly secondary?: boolean | undefined
}

/** The ways to sign in: the identity provider, where there is one, and a link by mail. */
export function SignInForm({ next, provider, reply, secondary }: SignInFormProps) {
  const { t } = useTranslation('account')
  // In the address, so that it outlives a post that found errors.
  const query = next ? `?${new URLSearchParams({ nasta: next })}` : ''
  return (
    <Card gap="normal">
      {provider && (
        <>
          <div>
            <ButtonLink to={`/logga-in/oidc${query}`} document variant={secondary ? 'secondary' : 'primary'}>
              {t('signIn.provider', { name: provider })}
            </ButtonLink>
          </div>
          <p className="subtle">{t('signIn.or')}</p>
        </>
      )}
      <Form method="post" action={`/logga-in${query}`} noValidate>
        <Stack>
          <TextInput
            name="email"
            type="email"
            label={t('signIn.email')}
            autoComplete="email"
            width={36}
            spellCheck={false}
            defaultValue={typedIn(reply, 'email')}
            errors={errorsOf(reply, 'email')}
          />
          <div>
            <Button type="submit" variant={provider || secondary ? 'secondary' : 'primary'}>
              {t('signIn.send')}
            </Button>
          </div>
          <p className="small subtle">{t('signIn.noAccount')}</p>
        </Stack>
      </Form>
    </Card>
  )
}
