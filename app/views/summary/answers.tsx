import type { ReactNode } from 'react'
import type { FileValue } from '~/forms/display'
import { pdfWords } from '../pdf/words'
import styles from './answers.module.css'
import { DisplayView } from './display'
import type { Summary, SummaryAnswer, SummaryPage } from './summary'

interface AnswersProps {
  readonly summary: Summary
  readonly fileHref?: ((file: FileValue) => string) | undefined
  /** At the right of a page's heading: its state, «Ändra». */
  readonly pageEnd?: ((page: SummaryPage) => ReactNode) | undefined
  /** Under an answer: last year's, a thread, «Begär komplettering». */
  readonly answerEnd?: ((answer: SummaryAnswer) => ReactNode) | undefined
}

/**
 * Every answer, page by page, in the same order and words as the document. A page can be linked to as `#svar-<page id>`,
 * an answer as `#svar-<question id>`.
 */
export function Answers({ summary, fileHref, pageEnd, answerEnd }: AnswersProps) {
  return summary.pages.map((page) => (
    <section key={page.id} className={styles.page} aria-labelledby={`svar-${page.id}`}>
      <div className={styles.head}>
        <h3 id={`svar-${page.id}`}>
          {page.number !== undefined && `${page.number}. `}
          {page.title}
        </h3>
        {pageEnd && <div className={styles.end}>{pageEnd(page)}</div>}
      </div>
      {page.groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no id and a fixed order
        <div key={index}>
          {group.title && <h4 className={styles.group}>{group.title}</h4>}
          <AnswerList answers={group.answers} {...{ summary, fileHref, answerEnd }} />
        </div>
      ))}
    </section>
  ))
}

/** Some answers of a summary, one after the other. */
export function AnswerList({
  answers,
  ...rest
}: { readonly answers: readonly SummaryAnswer[] } & Omit<AnswersProps, 'pageEnd'>) {
  return (
    <dl className={styles.list}>
      {answers.map((answer) => (
        <Answer key={answer.id} answer={answer} {...rest} />
      ))}
    </dl>
  )
}

function Answer({
  answer,
  summary,
  fileHref,
  answerEnd,
}: { readonly answer: SummaryAnswer } & Omit<AnswersProps, 'pageEnd'>) {
  const { label, number, display, status, follows, explanations } = answer
  const name = [styles.answer, display.type === 'table' && styles.wide, follows !== undefined && styles.follows]
  return (
    <div id={`svar-${answer.id}`} className={name.filter(Boolean).join(' ')}>
      <dt>{number === undefined ? label : `${number} ${label}`}</dt>
      <dd>
        <DisplayView {...{ display, status, label, fileHref }} language={summary.language} />
        {explanations.map((item) => (
          <div key={item.check} className={styles.explanation}>
            <span className={styles.none}>{item.question}</span>
            <span className={styles.text}>
              <b>{pdfWords(summary.language).explanation}</b> {item.words}
            </span>
          </div>
        ))}
        {answerEnd?.(answer)}
      </dd>
    </div>
  )
}
