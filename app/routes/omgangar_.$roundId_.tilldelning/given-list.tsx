import { Button } from '@navikt/ds-react/Button'
import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileInput } from '~/ui/file-input'
import { H2 } from '~/ui/heading'
import { Card, Split, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { PostedErrors } from '~/ui/posted-errors'
import { SelectInput } from '~/ui/select-input'
import { TextArea } from '~/ui/text-area'
import { TextInput } from '~/ui/text-input'
import styles from './allocation.module.css'

interface GivenListProps {
  readonly agencies: readonly { readonly value: string; readonly label: string }[]
  readonly granted: {
    readonly awards: number
    readonly kronor: string
    readonly held: readonly { readonly name: string; readonly note: string | null }[]
  }
  /** How many amounts have just been stored. */
  readonly done: string | null
  readonly refused: { readonly error: string; readonly text: string; readonly total: string } | undefined
}

/** How the round stands, and where a list is handed over. */
export function GivenList({ agencies, granted, done, refused }: GivenListProps) {
  const { t } = useTranslation('round')
  const busy = useNavigation().formMethod === 'POST'
  return (
    <>
      {refused && (
        <PostedErrors heading={t('allocation.errorHeading')} items={[{ href: '#fil', message: refused.error }]} />
      )}
      {done !== null && !refused && (
        <Notice tone="success" live="polite">
          {done === '0' ? t('allocation.unchanged') : t('allocation.done', { count: Number(done) })}
        </Notice>
      )}
      <Split>
        <Card labelledBy="las-in">
          <Form method="post" encType="multipart/form-data" className="stack" noValidate>
            <H2 id="las-in">{t('allocation.load')}</H2>
            {agencies.length > 1 && <SelectInput name="myndighet" label={t('allocation.agency')} options={agencies} />}
            <FileInput
              name="fil"
              label={t('allocation.file')}
              help={t('allocation.fileHelp')}
              accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              errors={refused ? [refused.error] : undefined}
            />
            <TextArea
              name="text"
              label={t('allocation.paste')}
              help={t('allocation.pasteHelp')}
              rows={5}
              spellCheck={false}
              defaultValue={refused?.text}
            />
            <TextInput
              name="angiven"
              label={t('allocation.total')}
              help={t('allocation.totalHelp')}
              optional
              width={22}
              autoComplete="off"
              defaultValue={refused?.total}
            />
            <p>
              <Button type="submit" loading={busy}>
                {t('allocation.read')}
              </Button>
            </p>
          </Form>
        </Card>
        <Stack>
          <Card labelledBy="lage" gap="tight">
            <H2 id="lage">{t('allocation.now')}</H2>
            <p>
              {granted.awards === 0
                ? t('allocation.grantedNothing')
                : t('allocation.granted', { count: granted.awards, sum: granted.kronor })}
            </p>
            {granted.held.length > 0 && (
              <div>
                <p className="small subtle">{t('allocation.held')}</p>
                <ul className={styles.held}>
                  {granted.held.map(({ name, note }) => (
                    <li key={name}>{t('allocation.heldBy', { name, note: note ?? t('allocation.heldUnknown') })}</li>
                  ))}
                </ul>
              </div>
            )}
          </Card>
          <Card labelledBy="om-listan" tone="soft" gap="tight">
            <H2 id="om-listan">{t('allocation.what')}</H2>
            <ul className={styles.points}>
              {(['whatName', 'whatAmount', 'whatMore', 'whatOnce'] as const).map((point) => (
                <li key={point}>{t(`allocation.${point}`)}</li>
              ))}
            </ul>
          </Card>
        </Stack>
      </Split>
    </>
  )
}
