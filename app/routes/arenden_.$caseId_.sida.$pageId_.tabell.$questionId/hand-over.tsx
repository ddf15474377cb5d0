import { Button } from '@navikt/ds-react/Button'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { FileInput } from '~/ui/file-input'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { PostedErrors } from '~/ui/posted-errors'
import { TextArea } from '~/ui/text-area'
import { TextLink } from '~/ui/text-link'

interface HandOverProps {
  readonly here: string
  readonly back: string
  /** «1»: the table has just been changed; «0»: there was nothing to change. */
  readonly done: string | null
  readonly refused: { readonly error: string; readonly text: string } | undefined
}

/** Where the table is taken from, and where a file is handed over. */
export function HandOver({ here, back, done, refused }: HandOverProps) {
  const { t } = useTranslation('sheet')
  const busy = useNavigation().formMethod === 'POST'
  return (
    <div className="stack column">
      {refused && <PostedErrors heading={t('errorHeading')} items={[{ href: '#fil', message: refused.error }]} />}
      {done !== null && !refused && (
        <Notice tone="success" live="polite">
          {done === '0' ? t('doneNothing') : t('done')} <TextLink to={back}>{t('back')}</TextLink>
        </Notice>
      )}
      <Card labelledBy="hamta" gap="tight">
        <H2 id="hamta">{t('step1')}</H2>
        <p>{t('step1Text')}</p>
        <p>
          <ButtonLink to={`${here}/hamta.xlsx`} document variant="secondary">
            {t('download')}
          </ButtonLink>
        </p>
      </Card>
      <Card labelledBy="las-in">
        <Form method="post" action={here} encType="multipart/form-data" className="stack" noValidate>
          <H2 id="las-in">{t('step2')}</H2>
          <FileInput
            name="fil"
            label={t('file')}
            help={t('fileHelp')}
            accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            errors={refused ? [refused.error] : undefined}
          />
          <TextArea
            name="text"
            label={t('paste')}
            help={t('pasteHelp')}
            rows={5}
            spellCheck={false}
            defaultValue={refused?.text}
          />
          <div className="row">
            <Button type="submit" loading={busy}>
              {t('read')}
            </Button>
            <TextLink to={back}>{t('back')}</TextLink>
          </div>
        </Form>
      </Card>
    </div>
  )
}
