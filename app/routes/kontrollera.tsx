import { Button } from '@navikt/ds-react/Button'
import { Form, useActionData, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type VerifiedDocument, verifyDocument } from '~/cases/verify-document.server'
import { formatFileSize } from '~/forms/file-size'
import { formatDateTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { readPost } from '~/platform/form-post.server'
import { translator } from '~/platform/i18n/translator.server'
import { consume } from '~/platform/sign-in/rate-limits.server'
import { ErrorSummary } from '~/ui/error-summary'
import { FileInput } from '~/ui/file-input'
import { H1, Lead } from '~/ui/heading'
import { InfoCard } from '~/ui/info-card'
import { Card, PublicColumn } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { SignedVersion } from '~/views/signing/signed-version'
import { VerdictCard } from '~/views/signing/verdict-card'

export const loader = guard(anyone, async ({ language }) => ({
  title: pageTitle(translator(language, 'sign')('verify.title')),
}))

interface Answer {
  readonly error?: string
  readonly name?: string
  readonly checked?: string
  readonly found?: VerifiedDocument
}

/** Reads the posted PDF in memory, says what it is, and forgets it. */
export const action = guard(anyone, async ({ request, now, language, context }): Promise<Answer> => {
  const t = translator(language, 'sign')
  if (!(await consume('verifyFromPlace', String(context.clientAddress ?? '')))) return { error: t('verify.tooMany') }
  const posted: { name: string; bytes: Uint8Array }[] = []
  try {
    await readPost(request, async (file) => {
      posted.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      return undefined
    })
  } catch (error) {
    if (isTooLarge(error)) return { error: t('verify.tooLargeUnknown') }
    throw error
  }
  const [file] = posted
  if (!file || file.bytes.length === 0) return { error: t('verify.missing') }
  const size = formatFileSize(file.bytes.length, language)
  try {
    const found = await verifyDocument(file.bytes, language)
    return { name: file.name, checked: t('verify.checked', { size, at: formatDateTime(now, language) }), found }
  } catch (error) {
    if (!isPortalError(error)) throw error
    return { error: error.code === 'tooLarge' ? t('verify.tooLarge', { size }) : t('verify.busy') }
  }
})

/** The post was broken off by the parser's own limit. */
function isTooLarge(error: unknown): boolean {
  const names = [error, error instanceof Error ? error.cause : undefined].map((each) =>
    each instanceof Error ? each.name : '',
  )
  return names.some((name) => /^Max.*ExceededError$/.test(name))
}

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Verify() {
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('sign')
  const busy = useNavigation().formMethod === 'POST'
  const [chosen, setChosen] = useState<File>()
  const { error, found, name, checked } = answer ?? {}
  return (
    <PublicColumn>
      <div className="stack tight">
        <H1>{t('verify.title')}</H1>
        <Lead>{t('verify.lead')}</Lead>
      </div>
      {error && <ErrorSummary heading={t('verify.notChecked')} items={[{ href: '#file', message: error }]} />}
      {found && (
        <VerdictCard words={found.words}>
          {found.received === 'sameAnswers' && <p>{t('verify.sameAnswers')}</p>}
          {typeof found.received === 'object' && (
            <p>
              <b>{t('verify.exactly', found.received)}</b>
            </p>
          )}
          <p className="small subtle">
            {name}, {checked}
          </p>
          {found.intactLength !== undefined && chosen && chosen.name === name && (
            <SignedVersion file={chosen} length={found.intactLength} />
          )}
        </VerdictCard>
      )}
      <Card>
        <Form method="post" encType="multipart/form-data" className="stack" noValidate>
          <FileInput
            name="file"
            label={t(found ? 'verify.another' : 'verify.file')}
            help={t('verify.help')}
            accept="application/pdf,.pdf"
            errors={error ? [error] : undefined}
            onChange={(event) => setChosen(event.target.files?.[0])}
          />
          <div>
            <Button type="submit" variant={found ? 'secondary' : 'primary'}>
              {t(busy ? 'verify.checking' : 'verify.button')}
            </Button>
          </div>
        </Form>
      </Card>
      <InfoCard title={t('verify.without')}>
        <p>{t('verify.withoutText')}</p>
        <a href="/kontrollera/certifikat.pem">{t('verify.certificates')}</a>
      </InfoCard>
    </PublicColumn>
  )
}
