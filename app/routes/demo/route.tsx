import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { demoOnly } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { becomeDemoPerson, listDemoPeople } from '~/platform/sign-in/demo.server'
import { Avatar } from '~/ui/avatar'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, CardHead, PublicColumn, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'
import styles from './demo.module.css'

export const loader = guard(demoOnly, async ({ who, language }) => ({
  title: translator(language, 'account')('demo.title'),
  me: who?.user.id,
  groups: await listDemoPeople(),
}))

export const action = guard(demoOnly, async ({ request, now }) => {
  const person = (await request.formData()).get('person')
  const cookie = typeof person === 'string' ? await becomeDemoPerson(person, request, now) : undefined
  if (!cookie) throw new Response(null, { status: 404 })
  // What the one before had typed and not saved stays out of sight of the next.
  throw redirect('/', { headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"storage"' } })
})

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function DemoPage() {
  const { groups, me } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('demo.title')}</H1>
        <Lead>{t('demo.lead')}</Lead>
        <p>
          <TextLink to="/demo/post">{t('demo.inbox')}</TextLink>
        </p>
      </Stack>
      <Form method="post" reloadDocument className="stack">
        {groups.map(({ id, name, people }) => (
          <Card key={id} flush labelledBy={`org-${id}`}>
            <CardHead>
              <H2 id={`org-${id}`}>{name ?? t('demo.without')}</H2>
            </CardHead>
            <ul className={styles.people}>
              {people.map((person) => (
                <li key={person.id}>
                  <Avatar name={person.name} />
                  <div>
                    <p>
                      <strong>{person.name}</strong>
                      {person.title && <span className="subtle">, {person.title.toLocaleLowerCase('sv')}</span>}
                    </p>
                    {person.roles.map((role) => (
                      <p key={role} className="small">
                        <span className="strong">{t(`role.${role}`)}.</span>{' '}
                        <span className="subtle">{t(`demo.try.${role}`)}</span>
                      </p>
                    ))}
                  </div>
                  {person.id === me ? (
                    <span className="small subtle">{t('demo.current', { name: firstName(person.name) })}</span>
                  ) : (
                    <Button type="submit" name="person" value={person.id} variant="secondary" size="small">
                      {t('demo.become', { name: person.name })}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </Form>
    </PublicColumn>
  )
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
