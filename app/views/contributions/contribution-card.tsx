import { Button } from '@navikt/ds-react/Button'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { DateBlock } from '~/ui/date-block'
import { H3 } from '~/ui/heading'
import { Row } from '~/ui/layout'
import { TextLink } from '~/ui/text-link'
import type { ContributionView } from './contribution'
import { ContributionTag } from './contribution-tag'

interface Props {
  readonly contribution: ContributionView
  /** The list's address. */
  readonly href: string
}

/** One contribution in the list of a case: who, what, until when, how it stands, and what can be done. */
export function ContributionCard({ contribution, href }: Props) {
  const { t } = useTranslation(['contribution', 'case'])
  const { id, name, email, pageTitle, labels, status, deadline } = contribution
  const left =
    deadline.tone === 'past'
      ? t('deadline.pastShort', { ns: 'case' })
      : t('deadline.left', { ns: 'case', count: deadline.days })
  const isWaitedFor = status === 'asked' || status === 'opened' || status === 'sentBack'
  const isOver = status === 'accepted' || status === 'withdrawn' || status === 'handedIn'
  return (
    <article className="card case-card" aria-labelledby={`underlag-${id}`}>
      <DateBlock
        day={deadline.day}
        month={deadline.month}
        left={isOver ? '' : left}
        tone={isOver || deadline.tone === 'far' ? 'calm' : deadline.tone}
      />
      <div className="case-card-body">
        <div className="stack xtight">
          <Row between>
            <H3 id={`underlag-${id}`}>
              <TextLink to={`${href}/${id}`}>{name}</TextLink>
            </H3>
            <ContributionTag status={status} />
          </Row>
          <span className="subtle small">{email}</span>
        </div>
        <p>{labels.length > 0 ? `${pageTitle}: ${labels.join(', ')}` : pageTitle}</p>
        <div className="next-step">
          <p className="small subtle">{lastOf(contribution, t)}</p>
          {status === 'handedIn' && (
            <ButtonLink to={`${href}/${id}`}>
              {t('action.show')}
              <span className="sr-only">: {name}</span>
            </ButtonLink>
          )}
          {isWaitedFor && (
            <Form method="post" action={href}>
              <input type="hidden" name="underlag" value={id} />
              <Button type="submit" variant="secondary" size="small">
                {t('action.remind')}
                <span className="sr-only">: {name}</span>
              </Button>
            </Form>
          )}
          {(status === 'expired' || status === 'withdrawn') && (
            <ButtonLink to={`${href}/ny?fran=${id}`} variant="secondary" size="small">
              {t('action.again')}
              <span className="sr-only">: {name}</span>
            </ButtonLink>
          )}
        </div>
      </div>
    </article>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

/** What happened last, in a sentence or two. */
export function lastOf(contribution: ContributionView, t: Translate): string {
  const { status, openedAt, savedAt, handedInAt, remindedAt } = contribution
  const say = (what: string) => t(`last.${what}`, { ...contribution, ns: 'contribution' })
  if (status === 'accepted' || status === 'withdrawn') return say(status)
  if (status === 'handedIn' && handedInAt) return say('handedIn')
  return [say('asked'), savedAt ? say('saved') : openedAt && say('opened'), remindedAt && say('reminded')]
    .filter(Boolean)
    .join(' ')
}
