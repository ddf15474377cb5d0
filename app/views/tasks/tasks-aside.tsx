import { ClockDashedIcon, EnvelopeClosedIcon, FilePdfIcon, FileTextIcon, PhoneIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { Avatar } from '~/ui/avatar'
import { DeadlineBox } from '~/ui/deadline-box'
import { Aside, AsideSection } from '~/ui/layout'
import { TextLink } from '~/ui/text-link'
import type { TaskList } from './task-list'

interface Props {
  readonly tasks: TaskList
  readonly userId: string
  /** Officers ask others for contributions. */
  readonly mayWrite: boolean
}

/** Beside the task list: the last day, who works here, documents, whom to ask at the agency. */
export function TasksAside({ tasks, userId, mayWrite }: Props) {
  const { t } = useTranslation(['case', 'calendar'])
  const { heading, colleagues, pages } = tasks
  const { deadline, agencyContact: contact } = heading
  const href = `/arenden/${heading.caseId}`
  const titleOf = (id: string | null) => pages.find((page) => page.id === id)?.title
  return (
    <div className="stack">
      <DeadlineBox date={deadline.date} tone={deadline.tone === 'far' ? 'calm' : deadline.tone}>
        {deadline.time} ·{' '}
        <b>{deadline.tone === 'past' ? t('deadline.past') : t('deadline.left', { count: deadline.days })}</b>
        {deadline.extended && <> · {t('deadline.extended')}</>}
        {deadline.tone !== 'past' && (
          <>
            <br />
            <TextLink document to={`${href}/kalender.ics`}>
              {t('add', { ns: 'calendar' })}
            </TextLink>
          </>
        )}
      </DeadlineBox>
      <Aside card label={t('tasks.aside')}>
        <AsideSection title={t('tasks.people')}>
          <ul className="people">
            {colleagues.map(({ id, name, title, page }) => {
              const where = titleOf(page)
              return (
                <li key={id}>
                  <Avatar name={name} small />
                  <span>
                    {id === userId ? t('tasks.me', { name }) : name}
                    <small>
                      {where && id !== userId && <span className="live-dot" />}
                      {[title, where && id !== userId && t('tasks.onPage', { page: where })].filter(Boolean).join(', ')}
                    </small>
                  </span>
                </li>
              )
            })}
          </ul>
        </AsideSection>
        {mayWrite && heading.state !== 'notOpened' && (
          <AsideSection>
            <TextLink to={`${href}/underlag`}>
              {t('tasks.contributionsLink', { count: tasks.contributions.asked })}
            </TextLink>
          </AsideSection>
        )}
        <AsideSection title={t('documents.title')}>
          <ul className="icon-links">
            <li>
              <FilePdfIcon aria-hidden />
              <span>
                <TextLink document to={`${href}/lasversion.pdf`}>
                  {t('documents.readingCopy')}
                </TextLink>
                <br />
                <span className="xsmall subtle">{t('documents.draft')}</span>
              </span>
            </li>
            <li>
              <FileTextIcon aria-hidden />
              <TextLink document to={`${href}/blankett.pdf`}>
                {t('documents.empty')}
              </TextLink>
            </li>
            <li>
              <ClockDashedIcon aria-hidden />
              <TextLink to={`${href}/historik`}>{t('documents.history')}</TextLink>
            </li>
          </ul>
        </AsideSection>
        <AsideSection title={t('tasks.questionsToAgency')}>
          <p>{[heading.agency, contact.unit, contact.name].filter(Boolean).join(', ')}</p>
          <ul className="icon-links">
            {contact.email && (
              <li>
                <EnvelopeClosedIcon aria-hidden />
                <TextLink to={`mailto:${contact.email}`}>
                  {contact.email.split('@')[0]}
                  <wbr />@{contact.email.split('@')[1]}
                </TextLink>
              </li>
            )}
            {contact.phone && (
              <li>
                <PhoneIcon aria-hidden />
                <TextLink to={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</TextLink>
              </li>
            )}
          </ul>
        </AsideSection>
      </Aside>
    </div>
  )
}
