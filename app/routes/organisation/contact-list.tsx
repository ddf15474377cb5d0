import { useTranslation } from 'react-i18next'
import { DataList } from '~/ui/data-list'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import type { ContactSection } from './contact-form'

interface ContactListProps {
  readonly sections: readonly ContactSection[]
  /** Field id → what is kept. */
  readonly values: Readonly<Record<string, string>>
  /** Names of those who can change something. */
  readonly administrators: readonly string[]
}

/** The details for whoever may read them only. */
export function ContactList({ sections, values, administrators }: ContactListProps) {
  const { t } = useTranslation('account')
  return (
    <>
      <Notice>
        {administrators.length > 0
          ? t('contact.readOnly', { names: administrators.join(', ') })
          : t('contact.readOnlyNobody')}
      </Notice>
      {sections.map(({ id, fields }) => (
        <Card key={id} gap="tight" labelledBy={`avsnitt-${id}`}>
          <H2 id={`avsnitt-${id}`}>{t(`contact.section.${id}`)}</H2>
          <DataList
            items={fields.map((field) => ({
              label: t(`contact.field.${field.id}`),
              value: values[field.id] ?? <span className="subtle">{t('contact.notGiven')}</span>,
            }))}
          />
        </Card>
      ))}
    </>
  )
}
