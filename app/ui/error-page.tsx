import { isRouteErrorResponse } from '@remix-run/react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button-link'
import { EventContext } from './event'
import { H1, Lead } from './heading'
import { Page } from './page'
import { TextLink } from './text-link'

interface ErrorPageProps {
  readonly error: unknown
  /** «7F3A-91C2», also in the log. */
  readonly event: string | undefined
  /** Where the visitor's own start is. */
  readonly home: string
}

/** What an error means for the person in front of it: what is safe, what one can do, whom to ask. */
export function ErrorPage({ error, event, home }: ErrorPageProps) {
  const { t } = useTranslation(['errors', 'common'])
  const status = statusOf(error)
  const kind = kindOf(status)
  return (
    <Page>
      <div className="error-page stack">
        <Numbers status={status} event={kind === 'fault' ? event : undefined} />
        <H1>{t(`page.${kind}.title`)}</H1>
        <Lead>{refusalText(error, (code, details) => t(code, { ...details })) ?? t(`page.${kind}.text`)}</Lead>
        <div className="row">
          {kind === 'fault' && (
            <ButtonLink to="" document>
              {t('page.again')}
            </ButtonLink>
          )}
          <ButtonLink to={home} document variant={kind === 'fault' ? 'secondary' : 'primary'}>
            {home === '/' ? t('page.toStart') : t('page.toCases')}
          </ButtonLink>
        </div>
        {kind === 'fault' && (
          <div className="small subtle stack xtight">
            <p>{t('page.fault.help')}</p>
            <p className="row">
              <TextLink to="/driftstatus">{t('common:menu.status')}</TextLink>
              <TextLink to="/hjalp">{t('common:menu.help')}</TextLink>
            </p>
          </div>
        )}
      </div>
    </Page>
  )
}

/** The browser may not know the number that the server printed; then the server's stays. */
function Numbers({ status, event }: { readonly status: number; readonly event: string | undefined }) {
  const { t } = useTranslation('errors')
  const printed = useContext(EventContext)
  const number = event ?? printed
  return (
    <p className="subtle small" suppressHydrationWarning>
      {number ? t('page.codeAndEvent', { status, event: number }) : t('page.code', { status })}
    </p>
  )
}

/** The heading of an error's page, as a text of `errors`; also for the window's title. */
export const errorTitle = (error: unknown) => `page.${kindOf(statusOf(error))}.title`

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500)

function kindOf(status: number): 'notFound' | 'forbidden' | 'conflict' | 'tooMany' | 'fault' {
  if (status === 404) return 'notFound'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 429) return 'tooMany'
  return status >= 500 ? 'fault' : 'conflict'
}

/** A refusal that says more than its status does. */
function refusalText(error: unknown, t: (key: string, details: object) => string): string | undefined {
  if (!isRouteErrorResponse(error)) return undefined
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('error' in data) || typeof data.error !== 'string')
    return undefined
  const details = 'details' in data && typeof data.details === 'object' && data.details !== null ? data.details : {}
  const text = t(data.error, details)
  return text === data.error ? undefined : text
}
