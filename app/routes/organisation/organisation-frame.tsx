import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { H1, Lead } from '~/ui/heading'
import { OfficerLayout, Row, Stack } from '~/ui/layout'
import { SavedViews } from '~/ui/saved-views'
import { TextLink } from '~/ui/text-link'

export interface OrganisationFrameProps {
  readonly page: 'details' | 'people'
  readonly heading: string
  readonly lead: string
  readonly organisation: { readonly id: string; readonly name: string }
  /** All that the person may choose from; with one there is nothing to choose. */
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly children: ReactNode
  /** What has just happened, above the heading. */
  readonly notice?: ReactNode
}

const paths = { details: '/organisation', people: '/organisation/personer' } as const

/** The two pages of an organisation as tabs, and the choice of organisation for whoever has several. */
export function OrganisationFrame({
  page,
  heading,
  lead,
  organisation,
  organisations,
  children,
  notice,
}: OrganisationFrameProps) {
  const { t } = useTranslation('account')
  const several = organisations.length > 1
  const query = (id: string) => (several ? `?organisation=${id}` : '')
  return (
    <OfficerLayout>
      {notice}
      {several && (
        <nav aria-label={t('organisation.choose')}>
          <Row>
            {organisations.map(({ id, name }) =>
              id === organisation.id ? (
                <span key={id} className="strong" aria-current="true">
                  {name}
                </span>
              ) : (
                <TextLink key={id} to={`${paths[page]}${query(id)}`}>
                  {name}
                </TextLink>
              ),
            )}
          </Row>
        </nav>
      )}
      <Stack gap="tight">
        <p className="subtle small">{organisation.name}</p>
        <H1>{heading}</H1>
        <Lead>{lead}</Lead>
      </Stack>
      <SavedViews
        label={t('organisation.tabs.label')}
        views={(['details', 'people'] as const).map((id) => ({
          href: `${paths[id]}${query(organisation.id)}`,
          text: t(`organisation.tabs.${id}`),
          current: id === page,
        }))}
      />
      {children}
    </OfficerLayout>
  )
}
