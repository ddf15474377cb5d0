import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** What an officer can do while others sign. */
export interface Reminder {
  readonly requestId: string
  /** Who is reminded: «Kim Korallrot och Alva Aspticka» */
  readonly names: string
  /** «Kim», where one person is waited for. */
  readonly name?: string | undefined
  /** When they were last reminded: «15 januari 2021 kl. 10.42» */
  readonly at?: string | undefined
  /** They have been reminded today, and once is enough. */
  readonly today: boolean
}

interface Props {
  readonly caseId: string
  readonly reminder: Reminder
  /** Which case, for those who hear the button alone. */
  readonly about?: string | undefined
  /** Where the answer is shown: at «Mina ärenden» or at the signature. */
  readonly from: 'list' | 'signature'
}

/** The button that reminds whoever has not signed. */
export function RemindButton({ caseId, reminder, about, from }: Props) {
  const { t } = useTranslation('reminder')
  const { requestId, name } = reminder
  return (
    <Form method="post" action={`/arenden/${caseId}/underskrift`}>
      <input type="hidden" name="intent" value="remind" />
      <input type="hidden" name="request" value={requestId} />
      <input type="hidden" name="from" value={from} />
      <Button type="submit" variant={from === 'list' ? 'tertiary' : 'secondary'}>
        {name === undefined ? t('buttonAll') : t('button', { name })}
        {about && <span className="sr-only">: {about}</span>}
      </Button>
    </Form>
  )
}
