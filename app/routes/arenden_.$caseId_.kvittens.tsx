import { redirect } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { receiptOfCase } from '~/cases/receipt.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { OfficerLayout } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'
import { GrantedCard, ReceiptAside, ReceiptFacts, ReceiptHero } from '~/views/signing/receipt-cards'

/** The receipt, for the recipient's people; a reviewer reads the case on a page of their own. */
export const loader = guard(caseRule('read'), async ({ who, language, caseAccess }) => {
  const { caseId, organisationId, roundId, state } = caseAccess
  const roles = who.memberships.filter((each) => each.organisationId === organisationId).map(({ role }) => role)
  if (roles.length === 0) throw redirect(`/granskning/${roundId}/arende/${caseId}`)
  if (state === 'notOpened' || state === 'started' || state === 'awaitingSignature')
    throw redirect(`/arenden/${caseId}`)
  const receipt = await receiptOfCase(caseId, language)
  const t = translator(language, 'sign')
  return {
    receipt,
    /** Who only signs has their start page elsewhere. */
    start: roles.every((role) => role === 'signatory') ? ('sign' as const) : ('cases' as const),
    verifyAt: new URL('/kontrollera', env().origin).href,
    title: pageTitle(t('receipt.crumb'), receipt.title),
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Receipt() {
  const { receipt, start, verifyAt } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sign')
  const { t: tCommon } = useTranslation('common')
  const href = start === 'sign' ? '/skriv-under' : '/arenden'
  return (
    <OfficerLayout
      crumbs={[{ href, text: tCommon(`menu.${start}`) }, { text: receipt.title }, { text: t('receipt.crumb') }]}
      aside={<ReceiptAside receipt={receipt} />}
    >
      <div className="stack">
        <ReceiptHero receipt={receipt}>{!receipt.file && <Sealing caseId={receipt.caseId} />}</ReceiptHero>
        <GrantedCard receipt={receipt} />
        <ReceiptFacts receipt={receipt} verifyAt={verifyAt} />
      </div>
    </OfficerLayout>
  )
}

/** The document is not there yet: with script the page looks again by itself, without it the browser does. */
function Sealing({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('sign')
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const again = setInterval(revalidate, 3_000)
    return () => clearInterval(again)
  }, [revalidate])
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <Notice live="polite">
        {t('receipt.sealing')}{' '}
        <TextLink document to={`/arenden/${caseId}/kvittens`}>
          {t('receipt.reload')}
        </TextLink>
      </Notice>
    </>
  )
}
