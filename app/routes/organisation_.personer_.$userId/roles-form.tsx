import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Role } from '~/platform/access/who'
import { errorsOf, type Reply, tickedIn } from '~/platform/posted'
import { Checkboxes } from '~/ui/checkboxes'
import { Card, Stack } from '~/ui/layout'

interface RolesFormProps {
  /** Those that somebody can have here. */
  readonly roles: readonly Role[]
  readonly held: readonly Role[]
  /** Whether anybody signs for this organisation. */
  readonly signs: boolean
  readonly reply: Reply
}

/** What the member may do, to be changed. */
export function RolesForm({ roles, held, signs, reply }: RolesFormProps) {
  const { t } = useTranslation('account')
  return (
    <Card>
      <Form method="post" noValidate>
        <Stack>
          <Checkboxes
            name="roles"
            label={t('member.rolesTitle')}
            help={signs ? t('member.signatoryNote') : undefined}
            heading
            options={roles.map((role) => ({ value: role, label: t(`role.${role}`), help: t(`roleHelp.${role}`) }))}
            defaultValue={tickedIn(reply, 'roles', held)}
            errors={errorsOf(reply, 'roles')}
          />
          <div>
            <Button type="submit">{t('member.saveRoles')}</Button>
          </div>
        </Stack>
      </Form>
    </Card>
  )
}
