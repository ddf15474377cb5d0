import { useTranslation } from 'react-i18next'
import { H2 } from '~/ui/heading'
import { Card, CardHead } from '~/ui/layout'
import { PageState } from '~/ui/page-state'
import { TextLink } from '~/ui/text-link'
import type { TaskList, TaskPage } from './task-list'

/** The pages of a case: number, title, who and when or what is wrong, state. The whole row is the link. */
export function PageTasks({ tasks, editable }: { readonly tasks: TaskList; readonly editable: boolean }) {
  const { t } = useTranslation('case')
  const { pages, heading } = tasks
  const done = pages.filter(({ state }) => state === 'done').length
  return (
    <Card flush labelledBy="fyll-i">
      <CardHead>
        <H2 id="fyll-i">{t('tasks.fill')}</H2>
        <span className="subtle">{t('progress.label', { done, of: pages.length })}</span>
      </CardHead>
      <ol className="tasks">
        {pages.map((page) => (
          <li key={page.id} className={page.state === 'needsCorrecting' ? 'bad' : undefined}>
            <span className="task-number num">{page.number}</span>
            <span>
              {editable ? (
                <TextLink
                  to={`/arenden/${heading.caseId}/sida/${page.id}${page.state === 'needsCorrecting' ? '?visa=fel' : ''}`}
                >
                  {page.title}
                </TextLink>
              ) : (
                page.title
              )}
              <span className="task-meta">
                {page.here.length > 0 && <span className="live-dot" />}
                {meta(page, t)}
              </span>
            </span>
            <PageState state={editable ? page.state : page.state === 'done' ? 'done' : 'locked'} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

function meta(page: TaskPage, t: Translate): string {
  if (page.here.length > 0)
    return t('tasks.here', { names: page.here.join(', '), answered: page.answered, of: page.questions })
  if (page.wrong) return page.wrong
  if (page.state === 'started') return t('tasks.answered', { answered: page.answered, of: page.questions })
  if (page.edited) return page.edited.me ? t('tasks.you', page.edited) : t('tasks.other', page.edited)
  if (page.state === 'done') return page.questions === 0 ? t('tasks.toRead') : t('tasks.prefilled')
  return t('tasks.questions', { count: page.questions })
}
