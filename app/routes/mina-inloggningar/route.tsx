import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { signedIn } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { listSessions, revokeSessions } from '~/platform/session.server'
import { browserName } from '~/platform/sign-in/browser-name'
import { H1, Lead } from '~/ui/heading'
import { Card, PublicColumn, Row, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import styles from './mina-inloggningar.module.css'

export const loader = guard(signedIn, async ({ request, who, now, language }) => {
  const t = translator(language, 'account')
  const sessions = await listSessions(who, now)
  return {
    title: t('sessions.title'),
    ended: Number(new URL(request.url).searchParams.get('avslutade') ?? 0),
    sessions: sessions.map(({ id, current, userAgent, method, createdAt, lastSeenAt }) => {
      const name = browserName(userAgent)
      return {
        id,
        current,
        browser: name ? t('sessions.browser', name) : t('sessions.unknownBrowser'),
        started: t('sessions.started', { at: formatDateTime(createdAt, language), method: t(`method.${method}`) }),
        lastSeen: t('sessions.lastSeen', { at: formatDateTime(lastSeenAt, language) }),
      }
    }),
  }
})

export const action = guard(signedIn, async ({ request, who, now }) => {
  const session = (await request.formData()).get('session')
  const ended =
    typeof session === 'string' ? await revokeSessions(who, session === 'others' ? session : { id: session }, now) : 0
  throw redirect(`/mina-inloggningar?avslutade=${ended}`, 303)
})

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function SessionsPage() {
  const { sessions, ended } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  const others = sessions.some(({ current }) => !current)
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('sessions.title')}</H1>
        <Lead>{t('sessions.lead')}</Lead>
      </Stack>
      {ended > 0 && (
        <Notice tone="success" live="polite">
          {t('sessions.ended', { count: ended })}
        </Notice>
      )}
      <Card flush>
        <ul className={styles.sessions} aria-label={t('sessions.list')}>
          {sessions.map(({ id, current, browser, started, lastSeen }) => (
            <li key={id}>
              <div>
                <strong>{browser}</strong>
                <p className="small subtle">{current ? t('sessions.current') : lastSeen}</p>
                <p className="small subtle">{started}</p>
              </div>
              {!current && (
                <Form method="post">
                  <input type="hidden" name="session" value={id} />
                  <Button type="submit" variant="secondary" size="small" aria-label={t('sessions.endOf', { browser })}>
                    {t('sessions.end')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Card>
      {others ? (
        <Form method="post">
          <Row>
            <Button type="submit" name="session" value="others" variant="secondary">
              {t('sessions.endOthers')}
            </Button>
          </Row>
        </Form>
      ) : (
        <p>{t('sessions.only')}</p>
      )}
      <p className="small subtle">{t('sessions.rule')}</p>
    </PublicColumn>
  )
}
