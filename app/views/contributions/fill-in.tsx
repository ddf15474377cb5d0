import { Button } from '@navikt/ds-react/Button'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { H1, Lead } from '~/ui/heading'
import { More } from '~/ui/more'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { Paragraphs } from '~/ui/paragraphs'
import { SaveState } from '~/ui/save-state'
import { TextLink } from '~/ui/text-link'
import { PageErrors } from '../step/page-errors'
import { Questions } from '../step/questions'
import type { Step, StepIssue } from '../step/step'
import { type Autosave, useAutosave } from '../step/use-autosave'
import { useSaveBeforeLeaving } from '../step/use-save-before-leaving'

interface Props {
  readonly contributionId: string
  readonly received: {
    readonly asker: { readonly name: string }
    readonly organisation: string
    readonly pageTitle: string
    readonly deadline: string
    readonly message: string | null
    readonly reply: string | null
    readonly status: string
  }
  readonly step: Step
  readonly withoutFiles: boolean
  readonly revision: number
  readonly savedAt: string | null
  readonly showErrors: boolean
  /** The link's own address. */
  readonly here: string
}

const none: readonly StepIssue[] = []

/**
 * What somebody was asked for, to fill in. A plain form that posts: script only adds saving while typing, follow-ups that
 * open at once, and live sums.
 */
export function FillIn({ contributionId, received, step, withoutFiles, revision, savedAt, showErrors, here }: Props) {
  const { t } = useTranslation(['contribution', 'case'])
  const form = useRef<HTMLFormElement>(null)
  const place = { userId: contributionId, href: `${here}/spara`, revision, withIssues: showErrors }
  const autosave = useAutosave(form, place)
  useSaveBeforeLeaving(autosave)
  const { answer } = autosave
  const issues = answer?.issues ?? step.issues
  const errors = showErrors ? issues.filter(({ severity }) => severity === 'error') : []
  const facts = { asker: received.asker.name, organisation: received.organisation, deadline: received.deadline }
  return (
    <Page draft>
      <form
        ref={form}
        className="sheet column"
        method="post"
        action={`${here}/fyll-i`}
        encType="application/x-www-form-urlencoded"
        noValidate
      >
        <button type="submit" name="intent" value="stay" className="sr-only" tabIndex={-1} aria-hidden="true">
          {t('fill.save')}
        </button>
        <div className="stack">
          <div className="stack tight">
            <p className="subtle small">{t('open.eyebrow', facts)}</p>
            <H1>{received.pageTitle}</H1>
            {step.lead && <Lead>{step.lead}</Lead>}
            <p>{t('fill.asks', facts)}</p>
            {(received.reply || received.message) && (
              <Notice tone={received.reply ? 'warning' : 'info'}>
                <b>{t(received.reply ? 'open.reply' : 'open.message', facts)}</b>
                <br />
                {received.reply ?? received.message}
              </Notice>
            )}
          </div>
          {step.more && (
            <More title={step.more.title}>
              <Paragraphs text={step.more.text} />
            </More>
          )}
          <PageErrors
            labels={new Map(step.questions.map(({ id, label }) => [id, label]))}
            issues={errors}
            refused={[]}
          />
          {autosave.restored && (
            <Notice tone="info" live="polite">
              {t('step.restored', { ns: 'case' })}
            </Notice>
          )}
          {step.text && <Paragraphs text={step.text} />}
          <Questions
            step={step}
            caseId=""
            issues={showErrors ? issues : none}
            visible={answer?.visible}
            computed={answer?.computed}
            hidden={answer?.hidden}
            notOffered={answer?.notOffered}
          />
          {withoutFiles && <p className="subtle">{t('fill.files', facts)}</p>}
          {errors.length > 0 && (
            <div className="stack tight">
              <p>{t('fill.anywayText')}</p>
              <div>
                <Button type="submit" name="intent" value="anyway" variant="secondary">
                  {t('fill.anyway')}
                </Button>
              </div>
            </div>
          )}
        </div>
        <div className="action-bar">
          <Button type="submit" name="intent" value="handIn">
            {t(received.status === 'handedIn' ? 'fill.handInAgain' : 'fill.handIn')}
          </Button>
          <noscript>
            <button type="submit" name="intent" value="stay" className="plain-button">
              {t('fill.save')}
            </button>
            {savedAt && <span className="subtle small">{t('fill.saved', { at: savedAt })}</span>}
          </noscript>
          <Saved autosave={autosave} here={here} />
        </div>
      </form>
    </Page>
  )
}

/** When it was saved last; and what to do when it could not be. */
function Saved({ autosave: { status, answer }, here }: { readonly autosave: Autosave; readonly here: string }) {
  const { t } = useTranslation(['contribution', 'case'])
  if (status === 'locked' || status === 'signedOut')
    return (
      <div className="save-state failed" role="alert">
        <span>
          {t('fill.closed')} <TextLink to={here}>{t('fill.closedLink')}</TextLink>
        </span>
      </div>
    )
  if (status === 'offline')
    return (
      <div className="save-state failed">
        <span>
          <SaveState status="offline" /> {t('save.offline', { ns: 'case' })}
        </span>
      </div>
    )
  return <SaveState status={status} at={answer?.savedAt} />
}
