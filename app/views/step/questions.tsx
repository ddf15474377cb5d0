import { Fragment, memo, type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Display, FileValue } from '~/forms/display'
import { askedKey } from '~/forms/draft'
import type { Language } from '~/forms/text'
import type { InputLookup } from '~/kinds/contract'
import { PreviousAnswer } from '~/kinds/input-frame'
import { inputs } from '~/kinds/inputs'
import { ComputedCells } from '~/kinds/table/computed-cell'
import { ComputedTexts } from '~/kinds/table/computed-texts'
import { CalculatedValue, LockedValue } from '~/ui/locked-value'
import { More } from '~/ui/more'
import { Paragraphs } from '~/ui/paragraphs'
import { displayText } from '~/views/summary/display-text'
import { TableView } from '~/views/summary/table-view'
import { AgainButton } from './again'
import { SheetLinks } from './sheet-links'
import type { Step, StepIssue, StepQuestion } from './step'
import { withOffered } from './with-offered'

interface Props {
  readonly step: Step
  readonly caseId: string
  readonly issues: readonly StepIssue[]
  /** From the last autosave; before it, as the server rendered the page. */
  readonly visible: Readonly<Record<string, boolean>> | undefined
  readonly computed: Readonly<Record<string, string>> | undefined
  /** Parts of questions that are not there. */
  readonly hidden: Readonly<Record<string, readonly string[]>> | undefined
  readonly notOffered: Readonly<Record<string, readonly string[]>> | undefined
}

/** The questions of a page under their headings, follow-ups under what they hang on. */
function QuestionsOfPage({ step, caseId, issues, visible, computed, hidden, notOffered }: Props) {
  const [cells] = useState(() => new ComputedTexts())
  useEffect(() => {
    if (computed) cells.take(computed)
  }, [cells, computed])
  return (
    <ComputedCells.Provider value={cells}>
      <div className="questions">
        {step.questions.map((question) => (
          <Fragment key={question.id}>
            {question.group && <h2 className="question-group">{question.group}</h2>}
            <OneQuestion
              question={question}
              hidden={hidden?.[question.id] ?? question.hidden}
              notOffered={notOffered?.[question.id] ?? question.notOffered}
              caseId={caseId}
              pageId={step.id}
              shown={visible?.[question.id] ?? question.visible}
              computed={computed?.[question.id]}
              issues={issues.filter((issue) => concerns(issue, question.id))}
              {...(step.previousYear === undefined ? {} : { previousYear: step.previousYear })}
            />
          </Fragment>
        ))}
      </div>
    </ComputedCells.Provider>
  )
}

/** Nothing that it shows changes while a save is on its way. */
export const Questions = memo(QuestionsOfPage)

function concerns(issue: StepIssue, id: string): boolean {
  return (
    issue.severity === 'error' &&
    (issue.question === id || issue.at.some((name) => name === id || name.startsWith(`${id}.`)))
  )
}

interface OneProps {
  readonly question: StepQuestion
  readonly hidden: readonly string[]
  readonly notOffered: readonly string[]
  readonly caseId: string
  readonly pageId: string
  readonly shown: boolean
  readonly computed: string | undefined
  readonly issues: readonly StepIssue[]
  readonly previousYear?: number
}

function OneOfQuestions({ question, hidden, notOffered, caseId, pageId, shown, computed, ...props }: OneProps) {
  const { issues, previousYear } = props
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'sv'
  const { id, fixed, follows, more } = question
  return (
    <div
      className={follows ? 'question follow-up' : 'question'}
      hidden={!shown}
      data-follow={follows}
      id={`fraga-${id}`}
    >
      {fixed ? (
        <Fixed
          question={question}
          text={computed ?? displayText(fixed.display)}
          after={
            <PreviousAnswer previous={question.previous} previousYear={previousYear} change={question.previousChange} />
          }
        />
      ) : (
        <>
          {/* Boxes with none ticked post nothing: this says that the question was there. */}
          <input type="hidden" name={askedKey(id)} value="1" />
          <Asked
            question={withOffered({ ...question, hidden }, notOffered)}
            caseId={caseId}
            issues={issues}
            language={language}
            {...(previousYear === undefined ? {} : { previousYear })}
          />
          {question.sheet && <SheetLinks id={id} label={question.label} caseId={caseId} pageId={pageId} />}
          {question.again && previousYear !== undefined && (
            <AgainButton id={id} label={question.label} year={previousYear} what={question.again} />
          )}
        </>
      )}
      {more && (
        <More title={more.title}>
          <Paragraphs text={more.text} />
        </More>
      )}
    </div>
  )
}

/** A save answers with all of the page anew; a question stands still where that says the same of it. */
const OneQuestion = memo(OneOfQuestions, (before, after) => {
  const listed = ({ hidden, notOffered, issues }: OneProps) => JSON.stringify([hidden, notOffered, issues])
  return (
    before.question === after.question &&
    before.shown === after.shown &&
    before.computed === after.computed &&
    before.caseId === after.caseId &&
    before.pageId === after.pageId &&
    before.previousYear === after.previousYear &&
    listed(before) === listed(after)
  )
})

interface FixedProps {
  readonly question: StepQuestion
  readonly text: string
  /** Below the value. */
  readonly after: ReactNode
}

function Fixed({ question, text, after }: FixedProps) {
  const { id, label, help, source, fixed } = question
  // Too much for a line: stands as it does in the summary, and follows at the next load.
  if (fixed?.display.type === 'table') return <FixedTable question={question} display={fixed.display} />
  return (
    <>
      {fixed?.by === 'computed' ? (
        <CalculatedValue id={id} label={label} value={text} help={help} />
      ) : (
        <LockedValue id={id} label={label} value={text} help={help} source={source} />
      )}
      {after}
    </>
  )
}

interface FixedTableProps {
  readonly question: StepQuestion
  readonly display: Extract<Display, { type: 'table' }>
}

function FixedTable({ question, display }: FixedTableProps) {
  const { id, label, help } = question
  return (
    <div className="field" id={id} tabIndex={-1}>
      <p className="field-label">{label}</p>
      {help !== undefined && <div className="field-help">{help}</div>}
      <TableView display={display} label={label} />
    </div>
  )
}

function Asked({
  question,
  caseId,
  issues,
  language,
  previousYear,
}: Pick<OneProps, 'question' | 'caseId' | 'issues' | 'previousYear'> & { readonly language: Language }) {
  const Input = inputs[question.kind]
  if (!Input) return null
  const { id, label, help, optional, options, typed, previous } = question
  const file = (value: FileValue) => `/arenden/${caseId}/filer/${value.sha256}`
  return (
    <Input
      name={id}
      label={label}
      optional={optional}
      options={options}
      hidden={new Set(question.hidden)}
      language={language}
      typed={typed}
      issues={issues.flatMap((issue) => marks(issue, id))}
      suggestions={question.suggestions ?? []}
      text={(text) => text[language]}
      inputOf={inputOf}
      files={{ href: file, removeHref: (value) => `${file(value)}/ta-bort?fraga=${id}` }}
      {...(help ? { help } : {})}
      {...(previous ? { previous } : {})}
      {...(question.previousChange ? { previousChange: question.previousChange } : {})}
      {...(previousYear === undefined ? {} : { previousYear })}
    />
  )
}

const inputOf: InputLookup = (kind) => inputs[kind]

/** Where an issue marks this question: its message once, at the first place. */
function marks(issue: StepIssue, id: string) {
  const places = issue.at.filter((name) => name === id || name.startsWith(`${id}.`))
  return places.map((name, index) => ({
    path: name === id ? [] : name.slice(id.length + 1).split('.'),
    message: index === 0 ? issue.message : '',
  }))
}
