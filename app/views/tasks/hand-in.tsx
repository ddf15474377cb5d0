import { useTranslation } from 'react-i18next'
import { H2 } from '~/ui/heading'
import { Card, CardHead } from '~/ui/layout'
import { PageState } from '~/ui/page-state'
import { TextLink } from '~/ui/text-link'
import type { TaskList } from './task-list'

/** The two steps after filling in: review, and signature. */
export function HandIn({ tasks, mayAsk }: { readonly tasks: TaskList; readonly mayAsk: boolean }) {
  const { t } = useTranslation('case')
  const { heading, complete, errors, unexplained, pages, request } = tasks
  const left = pages.filter(({ state }) => state === 'notStarted' || state === 'started').length
  const locked = heading.state === 'awaitingSignature'
  const summary = [
    errors > 0 && t('handIn.errors', { count: errors }),
    unexplained > 0 && t('handIn.unexplained', { count: unexplained }),
    left > 0 && t('handIn.left', { count: left }),
  ].filter(Boolean)
  return (
    <Card flush labelledBy="lamna-in">
      <CardHead>
        <H2 id="lamna-in">{t('handIn.title')}</H2>
      </CardHead>
      <ol className="tasks">
        <li>
          <span />
          <span>
            <TextLink to={`/arenden/${heading.caseId}/granska`}>{t('handIn.review')}</TextLink>
            <span className="task-meta">{t('handIn.reviewText')}</span>
          </span>
          {complete ? (
            <PageState state="done" />
          ) : (
            <PageState state={errors > 0 || unexplained > 0 ? 'needsCorrecting' : 'notStarted'}>
              {summary.join(', ')}
            </PageState>
          )}
        </li>
        <li>
          <span />
          <span>
            {(complete || locked) && mayAsk ? (
              <TextLink to={`/arenden/${heading.caseId}/underskrift`}>{t('handIn.signature')}</TextLink>
            ) : (
              t('handIn.signature')
            )}
            <span className="task-meta">
              {locked && request
                ? t('handIn.waiting', { name: request.signatory })
                : complete
                  ? t('handIn.ready')
                  : t('handIn.notYet')}
            </span>
          </span>
          {locked ? (
            <PageState state="started">{t('caseState.awaitingSignature', { ns: 'common' })}</PageState>
          ) : (
            <PageState state={complete ? 'notStarted' : 'locked'} />
          )}
        </li>
      </ol>
    </Card>
  )
}
