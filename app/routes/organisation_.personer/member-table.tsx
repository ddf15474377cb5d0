import { useTranslation } from 'react-i18next'
import { DataTable, type TableColumn } from '~/ui/data-table'
import { TextLink } from '~/ui/text-link'

export interface ListedMember {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly title?: string
  /** In words. */
  readonly roles: readonly string[]
  readonly me: boolean
  readonly href: string
  /** In words; undefined without one. */
  readonly mandate?: string | undefined
}

interface MemberTableProps {
  readonly members: readonly ListedMember[]
  /** Whether each row leads to where the person's rights are changed. */
  readonly manages: boolean
  /** Whether anybody signs for this organisation. */
  readonly mandated: boolean
}

/** The people of an organisation, what each may do, and who may sign. */
export function MemberTable({ members, manages, mandated }: MemberTableProps) {
  const { t } = useTranslation('account')
  const columns: readonly (TableColumn<ListedMember> | false)[] = [
    {
      id: 'name',
      heading: t('people.name'),
      cell: ({ name, me, title, email, href }) => (
        <>
          {manages ? <TextLink to={href}>{name}</TextLink> : name}
          {me && <span className="subtle"> ({t('people.you')})</span>}
          <div className="small subtle">{title ? `${title}, ${email}` : email}</div>
        </>
      ),
    },
    { id: 'roles', heading: t('people.roles'), label: t('people.roles'), cell: ({ roles }) => roles.join(', ') },
    mandated && {
      id: 'mandate',
      heading: t('people.mandate'),
      label: t('people.mandate'),
      cell: ({ mandate }) => mandate ?? <span className="subtle">{t('people.noMandate')}</span>,
    },
  ]
  return (
    <DataTable
      caption={t('people.list')}
      rows={members}
      keyOf={({ userId }) => userId}
      columns={columns.filter((column) => column !== false)}
    />
  )
}
