import type { SubmissionResult } from '@conform-to/react'
import { ArrowLeftIcon, ArrowRightIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { useNavigate } from '@remix-run/react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorItems } from '~/platform/posted'
import { useErrorTitle } from '~/ui/error-title'
import { H1, Lead } from '~/ui/heading'
import { More } from '~/ui/more'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Paragraphs } from '~/ui/paragraphs'
import { Segments } from '~/ui/segments'
import { AgainOnPage } from './again'
import { PageErrors } from './page-errors'
import { Questions } from './questions'
import { SaveLine } from './save-line'
import type { StepIssue } from './step'
import { StepAside } from './step-aside'
import type { StepOfCasePage } from './step-page-data'
import { useAutosave } from './use-autosave'
import { useLeave } from './use-leave'
import { useSaveBeforeLeaving } from './use-save-before-leaving'

const none: readonly StepIssue[] = []

type Props = StepOfCasePage & {
  /** The answer to a real post that was not taken whole (files that were refused). */
  readonly posted: SubmissionResult<string[]> | undefined
}

/**
 * One page of a form to fill in. A plain form that posts: script only adds saving while typing, follow-ups that open at
 * once, and live sums.
 */
export function StepPage({ heading, step, askable, revision, showErrors, userId, pages, again, posted }: Props) {
  const { t } = useTranslation('case')
  const form = useRef<HTMLFormElement>(null)
  const caseHref = `/arenden/${heading.caseId}`
  const here = `${caseHref}/sida/${step.id}`
  const autosave = useAutosave(form, { userId, href: `${here}/spara`, revision, withIssues: showErrors })
  useSaveBeforeLeaving(autosave)
  const [attempt, setAttempt] = useState(0)
  const onRefused = () => setAttempt((before) => before + 1)
  const leave = useLeave(autosave, { step, here, caseHref, navigate: useNavigate(), onRefused })
  const issues = autosave.answer?.issues ?? step.issues
  const refused = errorItems(posted)
  useErrorTitle(refused.length > 0 && !showErrors)
  const errors = showErrors ? issues.filter(({ severity }) => severity === 'error') : []
  const after = step.nextPage ? `${caseHref}/sida/${step.nextPage}` : `${caseHref}/granska`

  return (
    <Page
      draft
      crumbs={[
        { href: '/arenden', text: t('mine.title') },
        { href: caseHref, text: heading.title },
        { text: step.title },
      ]}
    >
      <div className="columns">
        <form
          ref={form}
          className="sheet"
          method="post"
          action={here}
          encType="multipart/form-data"
          noValidate
          onSubmit={leave}
        >
          <input type="hidden" name="revision" defaultValue={revision} />
          {/* Enter in a field does what the first button does: saves and goes on. */}
          <button type="submit" name="intent" value="next" className="sr-only" tabIndex={-1} aria-hidden="true">
            {t('step.next')}
          </button>
          <div className="stack">
            <div className="stack tight">
              <div className="page-number">
                <span>{t('step.position', { position: step.position, of: step.states.length })}</span>
                <Segments states={step.states} label={t('progress.label', doneOf(step.states))} />
              </div>
              <H1>{step.number ? `${step.number}. ${step.title}` : step.title}</H1>
              {step.lead && <Lead>{step.lead}</Lead>}
              {step.internal && <Notice>{t('step.internal')}</Notice>}
            </div>
            {step.more && (
              <More title={step.more.title}>
                <Paragraphs text={step.more.text} />
              </More>
            )}
            <PageErrors
              // A new attempt brings the errors into focus again, even when they are the same.
              key={attempt}
              labels={new Map(step.questions.map(({ id, label }) => [id, label]))}
              issues={errors}
              refused={refused}
              {...(errors.length > 0 ? { skipTo: after } : {})}
            />
            {autosave.restored && (
              <Notice tone="info" live="polite">
                {t('step.restored')}
              </Notice>
            )}
            <AgainOnPage questions={step.questions} year={step.previousYear} done={again} />
            {step.text && <Paragraphs text={step.text} />}
            <Questions
              step={step}
              caseId={heading.caseId}
              issues={showErrors ? issues : none}
              visible={autosave.answer?.visible}
              computed={autosave.answer?.computed}
              hidden={autosave.answer?.hidden}
              notOffered={autosave.answer?.notOffered}
            />
          </div>
          <div className="action-bar">
            <Button
              type="submit"
              name="intent"
              value="previous"
              variant="secondary"
              icon={<ArrowLeftIcon aria-hidden />}
            >
              {t('step.previous')}
            </Button>
            <Button type="submit" name="intent" value="next" icon={<ArrowRightIcon aria-hidden />} iconPosition="right">
              {t(step.questions.length === 0 ? 'step.goOn' : 'step.next')}
            </Button>
            <noscript>
              <button type="submit" name="intent" value="stay" className="plain-button">
                {t('step.stay')}
              </button>
            </noscript>
            <SaveLine autosave={autosave} here={here} caseHref={caseHref} pageId={step.id} />
          </div>
        </form>
        <StepAside {...{ heading, step, askable, pages }} />
      </div>
    </Page>
  )
}

function doneOf(states: readonly string[]) {
  return { done: states.filter((state) => state === 'done').length, of: states.length }
}
