import { data as answer, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatFileSize } from '~/forms/file-size'
import { formatDate } from '~/forms/format'
import { cityOfDistricts } from '~/grants/distribution/distribution.store.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { readCase } from '~/reviews/read-case.server'
import { longestNumber, registerNumber } from '~/reviews/register-number.server'
import { placeInWorklist } from '~/reviews/worklist.store.server'
import { readFilter, writeFilter } from '~/reviews/worklist-filter'
import { CaseTag } from '~/ui/case-tag'
import { ControlCode } from '~/ui/control-code'
import { DataList } from '~/ui/data-list'
import { FileList } from '~/ui/file-list'
import { H1, H2 } from '~/ui/heading'
import { Card, Row, Split, Stack, WideLayout } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PdfViewer } from '~/ui/pdf-viewer'
import { Shortcuts } from '~/ui/shortcuts'
import { TextLink } from '~/ui/text-link'
import { Answers } from '~/views/summary/answers'
import styles from './case.module.css'
import { caseFacts } from './case-view.server'
import { Changes, FirstLook } from './first-look'
import { NumberForm } from './number-form'

/** A submitted case, beside its document. Reading it puts it under review. */
export const loader = guard(caseRule('review'), async ({ request, who, now, language, caseAccess }) => {
  const { caseId, roundId, agencyId } = caseAccess
  const query = new URL(request.url).searchParams
  const filter = readFilter(query)
  const found = await readCase(caseId, who.user.id, language, now)
  const place = await placeInWorklist({ roundId, agencyIds: [agencyId], now }, filter, caseId)
  const t = translator(language, 'review')
  const list = `/granskning/${roundId}`
  // A district's, read by its city: the way back is to the distribution.
  const cityCaseId = await cityOfDistricts(roundId)
  const neighbour = (id: string | null | undefined) => (id ? `${list}/arende/${id}${writeFilter(filter)}` : undefined)
  const saved = query.get('sparat')
  return {
    ...caseFacts(found, t, language),
    title: pageTitle(found.recipient.name, found.round),
    name: found.recipient.name,
    shortName: found.recipient.shortName,
    round: found.round,
    fileTitle: found.fileTitle,
    year: found.year,
    state: found.state,
    late: found.late,
    lateBy: found.lateBy && t(`late.${found.lateBy.unit}`, { count: found.lateBy.count }),
    caseNumber: found.caseNumber ?? '',
    recordHash: found.recordHash,
    sealed: found.sealed,
    explained: found.explained,
    changed: found.changed,
    summary: found.summary,
    attachments: found.summary.attachments.map((file) => ({ ...file, size: formatFileSize(file.size, language) })),
    received: formatDate(found.receivedAt, language),
    href: `${list}/arende/${caseId}`,
    list: cityCaseId ? `/fordelning/${cityCaseId}` : `${list}${writeFilter(filter)}`,
    passedOn: cityCaseId !== null,
    place: place && { place: place.place, total: place.total },
    previous: neighbour(place?.previousId),
    next: neighbour(place?.nextId),
    saved: saved === 'registered' || saved === 'removed' ? saved : undefined,
  } as const
})

/** Registers the agency's number. */
export const action = guard(caseRule('review'), async ({ request, who, language, caseAccess }) => {
  const typed = String((await request.formData()).get('dnr') ?? '')
  const t = translator(language, 'review')
  const refuse = (message: string) => answer({ typed, message }, { status: 400 })
  try {
    const outcome = await registerNumber(caseAccess.caseId, typed, who.user.id)
    if (outcome.type === 'taken') return refuse(t('case.taken', { recipient: outcome.recipient }))
    const filter = writeFilter(readFilter(new URL(request.url).searchParams))
    const query = new URLSearchParams(filter)
    if (outcome.type !== 'unchanged') query.set('sparat', outcome.type)
    return redirect(`/granskning/${caseAccess.roundId}/arende/${caseAccess.caseId}?${query}`, 303)
  } catch (error) {
    if (isPortalError(error) && error.code === 'invalid') return refuse(t('case.tooLong', { max: longestNumber }))
    throw error
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function ReadCase() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('review')
  const { href, previous, next, place } = data
  return (
    <WideLayout
      crumbs={[
        ...(data.passedOn ? [] : [{ href: '/granskning', text: t('title') }]),
        { href: data.list, text: data.round },
        { text: data.shortName },
      ]}
    >
      <Row between align="top">
        <Stack gap="xtight">
          <Row>
            <H1>{data.name}</H1>
            <CaseTag state={data.state} audience="reviewer" />
            {data.late && <CaseTag state="late">{data.lateBy}</CaseTag>}
          </Row>
          <p className="subtle">{data.line}</p>
          {data.signed.map((line) => (
            <p key={line} className="subtle small">
              {line}
            </p>
          ))}
        </Stack>
        {place && (
          <nav aria-label={t('case.neighbours')} className="row">
            {previous && (
              <Link to={previous} rel="prev" className="aksel-link" data-shortcut="previousCase">
                {t('case.previous')}
              </Link>
            )}
            <span className="small subtle num">{t('case.place', place)}</span>
            {next && (
              <Link to={next} rel="next" className="aksel-link" data-shortcut="nextCase">
                {t('case.next')}
              </Link>
            )}
          </nav>
        )}
      </Row>
      <Split>
        <Stack>
          <FirstLook explained={data.explained} />
          {data.changed && <Changes {...data.changed} thisYear={data.year} />}
          <Card labelledBy="om-arendet" gap="tight">
            <H2 id="om-arendet">{t('case.about')}</H2>
            <DataList look="facts" items={data.facts} />
          </Card>
          <NumberForm caseNumber={data.caseNumber} refused={refused} saved={data.saved} />
          <Card flush labelledBy="svaren">
            <h2 className="sr-only" id="svaren">
              {t('case.answers')}
            </h2>
            <Answers summary={data.summary} fileHref={(file) => `${href}/filer/${file.sha256}`} />
          </Card>
        </Stack>
        <div className={styles.paper}>
          <Card labelledBy="handlingar" gap="tight">
            <H2 id="handlingar">{t('case.documents')}</H2>
            {!data.sealed && <Notice tone="warning">{t('case.sealing')}</Notice>}
            <ul className={styles.documents}>
              <li>
                <TextLink to={`${href}/handling.pdf?spara`} download>
                  {t('case.downloadPdf')}
                </TextLink>
              </li>
              <li>
                <TextLink to={`${href}/svar.json`} download>
                  {t('case.downloadRecord')}
                </TextLink>
              </li>
            </ul>
            {data.attachments.length > 0 && <h3>{t('case.attachments')}</h3>}
            <FileList
              label={t('case.attachments')}
              files={data.attachments.map(({ sha256, name, type, size }) => ({
                key: sha256,
                name,
                type,
                href: `${href}/filer/${sha256}`,
                meta: size,
              }))}
            />
            <p className="small subtle">{t('case.controlCode')}</p>
            <ControlCode code={data.recordHash} />
          </Card>
          <div className={styles.viewer}>
            <PdfViewer
              key={href}
              href={`${href}/handling.pdf`}
              title={t('case.document')}
              name={`${data.name} – ${data.fileTitle}.pdf`}
            />
          </div>
        </div>
      </Split>
      <Shortcuts
        keys={[
          { key: '[', does: 'previousCase', words: t('keys.previousCase') },
          { key: ']', does: 'nextCase', words: t('keys.nextCase') },
          { key: '?', does: 'help', words: t('keys.help') },
        ]}
        title={t('keys.title')}
        lead={t('keys.lead')}
        enabledLabel={t('keys.enabled')}
      />
    </WideLayout>
  )
}
