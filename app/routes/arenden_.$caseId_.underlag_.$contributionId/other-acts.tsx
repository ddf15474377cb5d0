import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { errorsOf, type Reply, typedIn } from '~/platform/posted'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { TextArea } from '~/ui/text-area'
import { TextInput } from '~/ui/text-input'

/** Back to whoever contributed, with words and a last day. */
export function SendBack({ name, day, reply }: { readonly name: string; readonly day: string; readonly reply: Reply }) {
  const { t } = useTranslation('contribution')
  return (
    <Card labelledBy="tillbaka">
      <Form method="post" className="stack" noValidate>
        <div className="stack xtight">
          <H2 id="tillbaka">{t('one.backTitle')}</H2>
          <p>{t('one.backText', { name })}</p>
        </div>
        <TextArea
          name="words"
          label={t('one.words')}
          rows={3}
          maxLength={1000}
          defaultValue={typedIn(reply, 'words')}
          errors={errorsOf(reply, 'words')}
        />
        <TextInput
          name="deadline"
          label={t('one.newDeadline')}
          width={12}
          autoComplete="off"
          defaultValue={typedIn(reply, 'deadline', day)}
          errors={errorsOf(reply, 'deadline')}
        />
        <div>
          <Button type="submit" name="gor" value="tillbaka" variant="secondary">
            {t('one.sendBack')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

/** Takes the question back. */
export function Withdraw({ name }: { readonly name: string }) {
  const { t } = useTranslation('contribution')
  return (
    <Card labelledBy="aterkalla" tone="soft">
      <Form method="post" className="stack tight">
        <H2 id="aterkalla">{t('one.stop')}</H2>
        <p>{t('one.stopText', { name })}</p>
        <div>
          <Button type="submit" name="gor" value="aterkalla" variant="secondary" size="small">
            {t('action.withdraw')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
