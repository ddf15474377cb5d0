import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import { ArrowLeftIcon, ArrowRightIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { useNavigate } from '@remix-run/react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Crumbs } from '~/ui/crumbs'
import { More } from '~/ui/more'
import { Paragraphs } from '~/ui/paragraphs'
import { Segments } from '~/ui/segments'
import { PageErrors } from './page-errors'
import { Questions } from './questions'
import { SaveLine } from './save-line'
import { StepAside } from './step-aside'
import type { StepOfCasePage } from './step-page-data'
import { useAutosave } from './use-autosave'
import { useLeave } from './use-leave'

type Props = StepOfCasePage & {
  readonly posted: { readonly result: SubmissionResult<string[]>; readonly savedAt: string } | undefined
}

/**
 * One page of a form to fill in. A plain form that posts: script only adds saving while typing, follow-ups that open at
 * once, and live sums.
 */
export function StepPage({ heading, step, revision, showErrors, userId, pages, posted }: Props) {
  const { t } = useTranslation('case')
  const form = useRef<HTMLFormElement>(null)
  const here = `/arenden/${heading.caseId}/sida/${step.id}`
  const [fields] = useForm({ id: step.id, ...(posted ? { lastResult: posted.result } : {}) })
  const autosave = useAutosave(form, { userId, href: `${here}/spara`, revision, withIssues: showErrors })
  const navigate = useNavigate()
  const leave = useLeave(autosave, { step, here, caseHref: `/arenden/${heading.caseId}`, navigate })
  const [dismissed, setDismissed] = useState(false)
  const issues = autosave.answer?.issues ?? step.issues
  const shown = showErrors ? issues.filter((issue) => issue.severity === 'error') : []

  return (
    <>
      <Crumbs
        items={[
          { href: '/arenden', text: t('mine.title') },
          { href: `/arenden/${heading.caseId}`, text: heading.title },
          { text: step.title },
        ]}
      />
      <main id="innehall" tabIndex={-1}>
        <div className="columns">
          <form
            ref={form}
            className="sheet step"
            method="post"
            encType="multipart/form-data"
            noValidate
            onSubmit={(event: FormEvent<HTMLFormElement>) => leave(event)}
          >
            <input type="hidden" name="revision" defaultValue={revision} />
            {/* Enter in a field does what the first button does: saves and goes on. */}
            <button type="submit" name="intent" value="next" className="sr-only" tabIndex={-1} aria-hidden>
              {t('step.next')}
            </button>
            <header className="stack tight">
              <div className="page-number">
                <span>{t('step.position', { position: step.position, of: step.states.length })}</span>
                <Segments states={step.states} label={t('progress.label', progress(step.states))} />
              </div>
              <h1>{step.number ? `${step.number}. ${step.title}` : step.title}</h1>
              {step.lead && <p className="lead">{step.lead}</p>}
            </header>
            {step.more && (
              <More title={step.more.title}>
                <Paragraphs text={step.more.text} />
              </More>
            )}
            <PageErrors
              issues={shown}
              refused={Object.entries(fields.allErrors).map(([field, messages]) => ({
                field,
                message: messages.join(' '),
              }))}
              {...(shown.length > 0
                ? {
                    skipTo: step.nextPage
                      ? `/arenden/${heading.caseId}/sida/${step.nextPage}`
                      : `/arenden/${heading.caseId}/granska`,
                  }
                : {})}
            />
            {autosave.restored && !dismissed && (
              <div className="notice row between" role="status">
                <p>{t('step.restored')}</p>
                <Button type="button" size="small" variant="tertiary" onClick={() => setDismissed(true)}>
                  {t('step.restoredOk')}
                </Button>
              </div>
            )}
            {step.text && <Paragraphs text={step.text} />}
            <Questions
              step={step}
              caseId={heading.caseId}
              showIssues={showErrors}
              issues={issues}
              visible={autosave.answer?.visible}
              computed={autosave.answer?.computed}
            />
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
              <Button
                type="submit"
                name="intent"
                value="next"
                icon={<ArrowRightIcon aria-hidden />}
                iconPosition="right"
              >
                {step.questions.length === 0 ? t('step.goOn') : t('step.next')}
              </Button>
              <noscript>
                <button type="submit" name="intent" value="stay" className="aksel-button aksel-button--tertiary">
                  {t('step.stay')}
                </button>
              </noscript>
              <SaveLine autosave={autosave} here={here} caseId={heading.caseId} pageId={step.id} />
            </div>
          </form>
          <StepAside heading={heading} step={step} pages={pages} />
        </div>
      </main>
    </>
  )

  function progress(states: readonly string[]) {
    return { done: states.filter((state) => state === 'done').length, of: states.length }
  }
}
