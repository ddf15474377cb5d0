import { CheckmarkHeavyIcon, DownloadIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { CopyButton } from '@navikt/ds-react/CopyButton'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { ControlCode } from '~/ui/control-code'
import { DataList } from '~/ui/data-list'
import { H1, H2 } from '~/ui/heading'
import { Aside, AsideSection, Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { TextLink } from '~/ui/text-link'
import type { ReceiptView } from './signing'

/** «Klart!»: received when, to the second, and the document to keep. */
export function ReceiptHero({ receipt, children }: { readonly receipt: ReceiptView; readonly children?: ReactNode }) {
  const { t, i18n } = useTranslation('sign')
  const { agency, apart, late, mailed, file, caseId, figures } = receipt
  const to = new Intl.ListFormat(i18n.language).format(mailed.to)
  return (
    <div className="card hero">
      <span className="big-mark">
        <CheckmarkHeavyIcon aria-hidden />
      </span>
      <div className="stack tight">
        <H1>{t(`receipt.title.${figures.kind}`)}</H1>
        <p>
          {t('receipt.received', { agency })} <b>{receipt.receivedAt}</b>
          {!late && `, ${t(`receipt.early.${apart.unit}`, { count: apart.count })}`}.{' '}
          {mailed.to.length > 0 && t(mailed.done ? 'receipt.mailed' : 'receipt.mailing', { to })}
        </p>
        {late && <Notice tone="warning">{t(`receipt.late.${apart.unit}`, { count: apart.count, agency })}</Notice>}
        {children}
        <div className="row no-print">
          {file && (
            <ButtonLink to={`/arenden/${caseId}/handling.pdf?spara`} document icon={<DownloadIcon aria-hidden />}>
              {t('receipt.download')}
            </ButtonLink>
          )}
          <span className="needs-script">
            <Button type="button" variant="secondary" onClick={() => window.print()}>
              {t('receipt.print')}
            </Button>
          </span>
        </div>
      </div>
    </div>
  )
}

/** The receipt itself: prints on one page. `verifyAt` is the address of the page that verifies documents. */
export function ReceiptFacts({ receipt, verifyAt }: { readonly receipt: ReceiptView; readonly verifyAt: string }) {
  const { t } = useTranslation('sign')
  const { figures, signatures, file, caseNumber: number, ownCaseNumber: own, recordHash } = receipt
  const { amount, award, remaining } = figures
  const used = figures.kind === 'return' && award
  const numbers =
    number && own ? t('receipt.ownCaseNumber', { number, own }) : own ? t('receipt.ownOnly', { own }) : number
  const items = [
    { label: t('receipt.case'), value: receipt.title },
    { label: t('receipt.recipient'), value: [receipt.organisation, receipt.orgNumber].filter(Boolean).join(', ') },
    numbers && { label: t('receipt.caseNumber'), value: numbers },
    { label: t('receipt.receivedLabel'), value: receipt.receivedAt },
    {
      label: t('receipt.signature', { count: signatures.length }),
      value: (
        <>
          {signatures.map(({ name, title, at }) => (
            <div key={name}>
              {name}, {title}
              <br />
              <span className="subtle small">{at}</span>
            </div>
          ))}
        </>
      ),
    },
    amount && {
      label: used ? t('receipt.used') : figures.kind === 'application' ? t('figures.applied') : amount.label,
      value: used ? t('receipt.usedOf', { amount: amount.text, award }) : amount.text,
    },
    remaining && { label: t('receipt.remaining'), value: remaining.text },
    file && {
      label: t('receipt.document'),
      value: (
        <>
          <TextLink document to={`/arenden/${receipt.caseId}/handling.pdf`}>
            {file.name}
          </TextLink>{' '}
          <span className="subtle small nowrap">{file.size}</span>
        </>
      ),
    },
    {
      label: t('receipt.code'),
      value: (
        <>
          <ControlCode code={recordHash} />
          <div className="needs-script no-print">
            <CopyButton copyText={recordHash} text={t('receipt.copy')} activeText={t('receipt.copied')} size="small" />
          </div>
          <p className="small">
            {t('receipt.verify')} <TextLink to="/kontrollera">{verifyAt}</TextLink>
          </p>
        </>
      ),
    },
  ]
  return (
    <Card labelledBy="kvittens" gap="tight">
      <H2 id="kvittens">{t('receipt.heading')}</H2>
      <DataList items={items.flatMap((item) => item || [])} />
    </Card>
  )
}

/** What the agency has granted since, which the documents cannot know. Nothing until it has. */
export function GrantedCard({ receipt: { granted, agency } }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation('sign')
  if (!granted) return null
  const { amount, posts, caseNumber } = granted
  const items = [
    { label: t('granted.amount'), value: amount },
    posts && { label: t('granted.posts'), value: posts },
    caseNumber && { label: t('receipt.caseNumber'), value: caseNumber },
  ]
  return (
    <Card labelledBy="beviljat" gap="tight">
      <H2 id="beviljat">{t('granted.heading')}</H2>
      <p>{t('granted.text', { agency, amount })}</p>
      <DataList items={items.flatMap((item) => item || [])} />
    </Card>
  )
}

/** What happens next, and where to turn when something must be changed. */
export function ReceiptAside({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation('sign')
  const { agency, agencyEmail, granted } = receipt
  const decided = receipt.decided || granted !== undefined
  const reading = receipt.reading || decided
  const steps = [
    { id: 'submitted', done: true, title: t('receipt.submitted'), text: receipt.receivedAt },
    { id: 'reading', done: reading, title: t('receipt.reading', { agency }), text: t('receipt.readingText') },
    {
      id: 'decision',
      done: decided,
      title: t('receipt.decision'),
      text: granted ? t('granted.step', { amount: granted.amount }) : t('receipt.decisionText', { agency }),
    },
  ]
  return (
    <Aside card label={t('receipt.aside')}>
      <AsideSection title={t('receipt.aside')}>
        <ol className="timeline">
          {steps.map(({ id, done, title, text }) => (
            <li key={id} className={done ? 'done' : undefined}>
              <b>{title}</b>
              {done && <span className="sr-only"> ({t('receipt.done')})</span>}
              <br />
              <span className="subtle">{text}</span>
            </li>
          ))}
        </ol>
      </AsideSection>
      <AsideSection title={t('receipt.change')}>
        <p>{t('receipt.changeText', { agency })}</p>
        {agencyEmail && <TextLink to={`mailto:${agencyEmail}`}>{agencyEmail}</TextLink>}
      </AsideSection>
    </Aside>
  )
}
