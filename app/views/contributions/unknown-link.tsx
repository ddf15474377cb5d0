import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorPage } from '~/ui/error-page'
import { H1, Lead } from '~/ui/heading'
import { PublicColumn } from '~/ui/layout'

/** In place of a page of a contribution whose link leads nowhere: what one can do. */
export function UnknownLink() {
  const error = useRouteError()
  const { t } = useTranslation('contribution')
  if (!isRouteErrorResponse(error) || error.status !== 404)
    return <ErrorPage error={error} event={undefined} home="/" />
  return (
    <PublicColumn>
      <div className="stack tight">
        <H1>{t('open.unknown')}</H1>
        <Lead>{t('open.unknownText')}</Lead>
      </div>
    </PublicColumn>
  )
}
