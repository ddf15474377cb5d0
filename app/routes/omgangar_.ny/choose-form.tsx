import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import type { Crumb } from '~/ui/crumbs'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn, Row, Stack } from '~/ui/layout'
import { More } from '~/ui/more'
import { TextLink } from '~/ui/text-link'

interface ChooseFormProps {
  readonly crumbs: readonly Crumb[]
  readonly forms: readonly {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly versions: readonly { readonly id: string; readonly version: number; readonly published: string }[]
  }[]
}

const hrefOf = (versionId: string) => `/omgangar/ny?blankett=${versionId}`

/** Which form the round is about: the newest version, an older one where somebody needs it. */
export function ChooseForm({ crumbs, forms }: ChooseFormProps) {
  const { t } = useTranslation('round')
  return (
    <PublicColumn crumbs={crumbs}>
      <Stack gap="tight">
        <H1>{t('open.title')}</H1>
        <Lead>{t('open.lead')}</Lead>
      </Stack>
      {forms.length === 0 && (
        <EmptyState heading={<H2>{t('open.noForms')}</H2>}>
          <p>{t('open.noFormsText')}</p>
        </EmptyState>
      )}
      <Stack>
        {forms.map(({ id, title, kind, versions: [newest, ...older] }) => (
          <Card key={id} labelledBy={`blankett-${id}`} gap="tight">
            <Row between>
              <Stack gap="xtight">
                <H2 id={`blankett-${id}`}>
                  {title}, {kind.toLowerCase()}
                </H2>
                {newest && <p className="small subtle">{t('open.version', { ...newest })}</p>}
              </Stack>
              {newest && (
                <ButtonLink to={hrefOf(newest.id)} variant="secondary">
                  {t('open.choose')}
                  <span className="sr-only">
                    : {title}, {kind}
                  </span>
                </ButtonLink>
              )}
            </Row>
            {older.length > 0 && (
              <More title={t('open.older')}>
                <ul>
                  {older.map((each) => (
                    <li key={each.id}>
                      <TextLink to={hrefOf(each.id)}>{t('open.version', { ...each })}</TextLink>
                    </li>
                  ))}
                </ul>
              </More>
            )}
          </Card>
        ))}
      </Stack>
    </PublicColumn>
  )
}
