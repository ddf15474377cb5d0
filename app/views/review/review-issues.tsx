import {
  CheckmarkCircleFillIcon,
  CircleIcon,
  ExclamationmarkTriangleFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { H2 } from '~/ui/heading'
import { Card, CardHead } from '~/ui/layout'
import { More } from '~/ui/more'
import { TextArea } from '~/ui/text-area'
import { TextLink } from '~/ui/text-link'

interface ShownIssue {
  readonly id: string
  readonly pageTitle: string
  readonly message: string
  readonly href: string
  readonly check?: string | undefined
  readonly explanation?: string | undefined
}

/** What stops the case, each line a link to where it is put right. */
export function ReviewErrors({ issues }: { readonly issues: readonly ShownIssue[] }) {
  const { t } = useTranslation('case')
  if (issues.length === 0) return null
  return (
    <Card flush tone="danger" labelledBy="ratta">
      <CardHead>
        <H2 id="ratta">{t('review.errorsHeading', { count: issues.length })}</H2>
      </CardHead>
      <ul className="issues">
        {issues.map(({ id, pageTitle, message, href }) => (
          <li key={id} className="issue">
            <XMarkOctagonFillIcon className="bad-text" aria-hidden />
            <div>
              <TextLink to={href}>{pageTitle}</TextLink>
              <p className="small">{message}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface MissingProps {
  readonly pages: readonly {
    readonly page: string
    readonly pageTitle: string
    readonly count: number
    readonly href: string
  }[]
}

/** What is not filled in yet: a line per page. */
export function ReviewMissing({ pages }: MissingProps) {
  const { t } = useTranslation('case')
  if (pages.length === 0) return null
  return (
    <Card flush labelledBy="fyll-i">
      <CardHead>
        <H2 id="fyll-i">{t('review.missingHeading')}</H2>
      </CardHead>
      <ul className="issues">
        {pages.map(({ page, pageTitle, count, href }) => (
          <li key={page} className="issue">
            <CircleIcon className="subtle" aria-hidden />
            <div>
              <TextLink to={href}>{pageTitle}</TextLink>
              <p className="small">{t('review.missingOnPage', { count })}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What may stand if it is explained; explained ones get a check and can be explained anew. */
export function ReviewWarnings({
  issues,
  editable,
}: {
  readonly issues: readonly ShownIssue[]
  readonly editable: boolean
}) {
  const { t } = useTranslation('case')
  if (issues.length === 0) return null
  return (
    <Card flush tone="warning" labelledBy="forklara">
      <CardHead>
        <div>
          <H2 id="forklara">{t('review.warningsHeading', { count: issues.length })}</H2>
          <p className="small subtle">{t('review.warningsText')}</p>
        </div>
      </CardHead>
      <ul className="issues">
        {issues.map((issue) => (
          <li key={issue.id} className="issue">
            {issue.explanation ? (
              <CheckmarkCircleFillIcon className="good-text" aria-hidden />
            ) : (
              <ExclamationmarkTriangleFillIcon className="caution-text" aria-hidden />
            )}
            <div className="stack tight">
              <p>
                <TextLink to={issue.href}>{issue.pageTitle}</TextLink>
                <br />
                {issue.message}
              </p>
              {issue.explanation && (
                <p className="small">
                  {t('review.explained')} ”{issue.explanation}”
                </p>
              )}
              {editable &&
                issue.check &&
                (issue.explanation ? (
                  <More title={t('review.changeExplanation')}>
                    <Explain issue={issue} check={issue.check} />
                  </More>
                ) : (
                  <Explain issue={issue} check={issue.check} />
                ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Explain({ issue, check }: { readonly issue: ShownIssue; readonly check: string }) {
  const { t } = useTranslation('case')
  return (
    <Form method="post" className="stack tight">
      <TextArea
        name={`explain:${check}`}
        label={t('review.explanation')}
        defaultValue={issue.explanation ?? ''}
        maxLength={500}
        rows={2}
      />
      <div>
        <Button type="submit" variant="secondary" size="small">
          {t('review.saveExplanation')}
          <span className="sr-only">: {issue.pageTitle}</span>
        </Button>
      </div>
    </Form>
  )
}
