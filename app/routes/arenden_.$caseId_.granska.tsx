import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { explain } from '~/cases/change-answer.server'
import { reviewOfCase } from '~/cases/review.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { ButtonLink } from '~/ui/button-link'
import { H1, H2, Lead } from '~/ui/heading'
import { Aside, AsideSection, Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { PageState } from '~/ui/page-state'
import { pageTitle } from '~/ui/page-title'
import { Phases } from '~/ui/phases'
import { TextLink } from '~/ui/text-link'
import { ReviewErrors, ReviewMissing, ReviewWarnings } from '~/views/review/review-issues'
import { Answers } from '~/views/summary/answers'

export const loader = guard(caseRule('read'), async ({ now, language, caseAccess }) => {
  const { caseId, state, rights } = caseAccess
  if (state === 'notOpened') throw redirect(`/arenden/${caseId}`)
  if (state !== 'started' && state !== 'awaitingSignature') throw redirect(`/arenden/${caseId}/kvittens`)
  const review = await reviewOfCase(caseId, language, now)
  const t = translator(language, 'case')
  return {
    review,
    editable: rights.write && state === 'started',
    title: pageTitle(t('review.title'), review.heading.title),
  }
})

/** Explanations of warnings: fields named `explain:<check id>`. */
export const action = guard(caseRule('write'), async ({ request, who, now, caseAccess }) => {
  const { caseId } = caseAccess
  const fields = await request.formData()
  const words = Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      name.startsWith('explain:') && typeof value === 'string' ? [[name.slice('explain:'.length), value]] : [],
    ),
  )
  try {
    await explain({ caseId, words, userId: who.user.id, now })
  } catch (error) {
    if (isPortalError(error) && (error.code === 'locked' || error.code === 'closed'))
      throw redirect(`/arenden/${caseId}?last=1`, 303)
    throw error
  }
  return redirect(`/arenden/${caseId}/granska#forklara`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function ReviewPage() {
  const { review, editable } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const { heading, errors, missing, warnings, summary, states, conflicts, complete } = review
  const href = `/arenden/${heading.caseId}`
  const open = warnings.filter(({ explanation }) => !explanation).length
  const obstacle = errors[0]
    ? { href: errors[0].href, text: 'review.toFirstError' }
    : missing[0]
      ? { href: missing[0].href, text: 'review.toFirstMissing' }
      : open > 0
        ? { href: '#forklara', text: 'review.toExplanations' }
        : { href: `${href}/krock`, text: 'save.choose' }
  return (
    <Page
      draft
      crumbs={[{ href: '/arenden', text: t('mine.title') }, { href, text: heading.title }, { text: t('review.title') }]}
    >
      <div className="stack page-top">
        <div className="stack tight">
          <H1>{t('review.title')}</H1>
          <Lead>
            {complete
              ? t('review.complete')
              : [
                  errors.length > 0 && t('review.errors', { count: errors.length }),
                  missing.length > 0 && t('review.missing', { count: missing.length }),
                  open > 0 && t('review.open', { count: open }),
                  conflicts > 0 && t('tasks.conflicts', { count: conflicts }),
                ]
                  .filter(Boolean)
                  .join(' ')}
          </Lead>
        </div>
        <Phases current="review" />
      </div>
      <div className="columns">
        <div className="stack">
          {conflicts > 0 && (
            <Notice tone="warning">
              {t('tasks.conflicts', { count: conflicts })} <TextLink to={`${href}/krock`}>{t('save.choose')}</TextLink>
            </Notice>
          )}
          <ReviewErrors issues={errors} />
          <ReviewMissing pages={missing} />
          <ReviewWarnings issues={warnings} editable={editable} />
          <Card flush labelledBy="era-svar">
            <h2 className="sr-only" id="era-svar">
              {t('review.answers')}
            </h2>
            <Answers
              summary={summary}
              fileHref={(file) => `${href}/filer/${file.sha256}`}
              pageEnd={(page) => (
                <>
                  <PageState state={states[page.id] ?? 'notStarted'} />
                  {editable && (
                    <TextLink to={`${href}/sida/${page.id}`}>
                      {t('review.change')}
                      <span className="sr-only"> {page.title}</span>
                    </TextLink>
                  )}
                </>
              )}
            />
          </Card>
          <Card labelledBy="nasta" gap="tight">
            <H2 id="nasta">{t('review.next')}</H2>
            <p>{complete ? t('review.nextReady') : t('review.nextNotYet')}</p>
            <div className="row">
              {complete ? (
                <ButtonLink to={`${href}/underskrift`}>{t('review.toSignature')}</ButtonLink>
              ) : (
                <ButtonLink to={obstacle.href} variant="secondary">
                  {t(obstacle.text)}
                </ButtonLink>
              )}
            </div>
          </Card>
        </div>
        <Aside label={t('review.aside')}>
          <AsideSection title={t('review.board')}>
            <TextLink document to={`${href}/lasversion.pdf`}>
              {t('documents.readingCopyPdf')}
            </TextLink>
          </AsideSection>
          <AsideSection title={t('review.onThisPage')}>
            <ul className="plain-list">
              {errors.length > 0 && (
                <li>
                  <TextLink to="#ratta">{t('review.errorsHeading', { count: errors.length })}</TextLink>
                </li>
              )}
              {missing.length > 0 && (
                <li>
                  <TextLink to="#fyll-i">{t('review.missingHeading')}</TextLink>
                </li>
              )}
              {warnings.length > 0 && (
                <li>
                  <TextLink to="#forklara">{t('review.warningsHeading', { count: warnings.length })}</TextLink>
                </li>
              )}
              <li>
                <TextLink to="#era-svar">{t('review.answers')}</TextLink>
              </li>
              <li>
                <TextLink to="#nasta">{t('handIn.signature')}</TextLink>
              </li>
            </ul>
          </AsideSection>
        </Aside>
      </div>
    </Page>
  )
}
