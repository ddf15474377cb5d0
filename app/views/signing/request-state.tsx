import { useTranslation } from 'react-i18next'
import type { Language } from '~/forms/text'
import { ButtonLink } from '~/ui/button-link'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { TextLink } from '~/ui/text-link'
import { Differences } from '../diff/differences'
import type { RequestView } from './signing'

/** Why nothing was signed, when somebody has just tried to. */
export type Refused = 'andrat' | 'gemensam' | 'annat'

interface RequestStateProps {
  readonly view: RequestView
  readonly refused: Refused | null
  readonly language: Language
}

/** What has become of a request, and what the reader can do now. Nothing while all is well. */
export function RequestState({ view, refused, language }: RequestStateProps) {
  const { t } = useTranslation(['sign', 'signers'])
  const {
    state,
    signatory,
    requester,
    caseId,
    declinedBy,
    closedAt: at,
    declineReason: reason,
    deadline,
    agency,
  } = view
  const { name, me, signedAt } = signatory
  const whose = me ? 'me' : 'other'
  if (state === 'signed')
    return (
      <Notice tone="success">
        {view.signers.length > 0 ? t('signers:all', { at }) : t(`signed.${whose}`, { name, at })}{' '}
        {!signatory.partner && <TextLink to={`/arenden/${caseId}/kvittens`}>{t('signed.receipt')}</TextLink>}
      </Notice>
    )
  if (state === 'declined')
    return (
      <Notice tone="warning">
        {t(`declined.${declinedBy.me ? 'me' : 'other'}`, { name: declinedBy.name, at, reason })}{' '}
        {t('declined.then', { requester })}
      </Notice>
    )
  if (state === 'voided') return <Voided view={view} tried={refused !== null} language={language} />
  if (refused)
    return (
      <Notice tone="error" live="assertive">
        {t(refused === 'gemensam' ? 'signers:joint.refused' : refused === 'andrat' ? 'stale.document' : 'stale.failed')}
      </Notice>
    )
  if (me && signedAt) return <Notice tone="success">{t('signers:waiting', { at: signedAt })}</Notice>
  if (!me) return view.signers.length > 0 ? null : <Notice>{t('page.notYou', { name })}</Notice>
  return deadline.past ? <Notice tone="warning">{t('page.late', { agency })}</Notice> : null
}

function Voided({
  view,
  tried,
  language,
}: {
  readonly view: RequestView
  readonly tried: boolean
  readonly language: Language
}) {
  const { t } = useTranslation('sign')
  const { changes = [], newer, closedAt: at } = view
  const what = changes.length > 0 ? 'changed' : 'unlocked'
  return (
    <Card tone={tried ? 'danger' : 'warning'} gap="normal">
      <Notice tone={tried ? 'error' : 'warning'} live={tried ? 'assertive' : undefined}>
        {tried ? t(`stale.${what}`) : t(`voided.${what}`, { at })}
      </Notice>
      {changes.length > 0 && (
        <section aria-labelledby="skillnaden">
          <H2 id="skillnaden">{t('voided.differences')}</H2>
          <Differences
            differences={changes}
            language={language}
            before={t(tried ? 'voided.before' : 'voided.beforeOther')}
            after={t('voided.now')}
          />
        </section>
      )}
      {newer ? (
        <div>
          <ButtonLink to={`/skriv-under/${newer}`}>{t('voided.newer')}</ButtonLink>
        </div>
      ) : (
        <p>{t('voided.wait')}</p>
      )}
    </Card>
  )
}
