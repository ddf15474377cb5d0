import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { SelectInput } from '~/ui/select-input'
import { TextInput } from '~/ui/text-input'
import styles from './allocation.module.css'

interface Option {
  readonly value: string
  readonly label: string
}

export interface LayoutData {
  readonly sheet: { readonly value: string; readonly options: readonly Option[] }
  readonly choices: readonly {
    readonly name: string
    readonly label: string
    readonly value: string
    readonly options: readonly Option[]
  }[]
  readonly total: string
  readonly passedOver: readonly { readonly line: number; readonly kind: string; readonly text: string }[]
}

interface LayoutFormProps {
  readonly layout: LayoutData
  readonly list: string
  readonly query: string
}

/** What the list was taken for, and the choices that read it anew. Asks by address, so nothing is ever stored by it. */
export function LayoutForm({ layout, list, query }: LayoutFormProps) {
  const { t } = useTranslation('round')
  const agency = new URLSearchParams(query).get('myndighet')
  const kept = (
    <>
      <input type="hidden" name="lista" value={list} />
      {agency && <input type="hidden" name="myndighet" value={agency} />}
    </>
  )
  const again = (
    <p>
      <Button type="submit" variant="secondary" size="small">
        {t('layout.again')}
      </Button>
    </p>
  )
  return (
    <Card labelledBy="sa-har-har-vi-last" gap="tight">
      <div className="stack xtight">
        <H2 id="sa-har-har-vi-last">{t('layout.title')}</H2>
        <p className="subtle small">{t('layout.lead')}</p>
      </div>
      {layout.sheet.options.length > 1 && (
        <Form method="get" className={styles.sheet} key={`blad ${layout.sheet.value}`}>
          {kept}
          <SelectInput
            name="blad"
            size="small"
            label={t('layout.sheet')}
            options={layout.sheet.options}
            defaultValue={layout.sheet.value}
          />
          {again}
        </Form>
      )}
      {/* A new key when another reading arrives: the browser owns what stands in the fields. */}
      <Form method="get" className="stack tight" key={query}>
        {kept}
        <input type="hidden" name="blad" value={layout.sheet.value} />
        <div className={styles.choices}>
          {layout.choices.map(({ name, label, value, options }) => (
            <SelectInput key={name} name={name} size="small" label={label} options={options} defaultValue={value} />
          ))}
          <TextInput
            name="angiven"
            size="small"
            label={t('allocation.total')}
            autoComplete="off"
            defaultValue={layout.total}
          />
        </div>
        {again}
      </Form>
      {layout.passedOver.length > 0 && (
        <div className="stack xtight">
          <h3 className={styles.passedHeading}>{t('layout.passedOver')}</h3>
          <dl className={styles.passed}>
            {layout.passedOver.map(({ line, kind, text }) => (
              <div key={line}>
                <dt>{t('layout.row', { line, text: kind })}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </Card>
  )
}
