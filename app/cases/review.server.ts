import type { Issue, PageState } from '~/forms/judgement'
import type { Language } from '~/forms/text'
import { summarise } from '~/views/summary/summarise'
import type { Summary } from '~/views/summary/summary'
import { openConflicts } from './answers.store.server'
import { checkCase } from './check.server'
import { formContext } from './context.server'
import { type CaseHeading, caseHeading } from './heading.server'

export interface ReviewIssue {
  readonly id: string
  readonly page: string
  readonly pageTitle: string
  readonly message: string
  /** Where it is put right. */
  readonly href: string
  readonly check?: string
  readonly explanation?: string
}

export interface MissingOnPage {
  readonly page: string
  readonly pageTitle: string
  readonly count: number
  readonly href: string
}

export interface Review {
  readonly heading: CaseHeading
  readonly summary: Summary
  readonly states: Readonly<Record<string, PageState>>
  /** What is wrong, one by one. */
  readonly errors: readonly ReviewIssue[]
  /** What is not filled in yet, page by page. */
  readonly missing: readonly MissingOnPage[]
  readonly warnings: readonly ReviewIssue[]
  /** Questions that two officers have answered differently, waiting for a choice. */
  readonly conflicts: number
  /** Nothing is wrong or missing, and no choice waits: a signature can be asked for. */
  readonly complete: boolean
}

/** Everything on one page before signing: what stops, what wants an explanation, every answer. */
export async function reviewOfCase(caseId: string, language: Language, now: Date): Promise<Review> {
  const [checked, { length: conflicts }] = await Promise.all([checkCase(caseId, language), openConflicts(caseId)])
  const { stored, form, judgement } = checked
  const source = { state: 'draft', judgement, surroundings: stored.surroundings } as const
  const titles = new Map(
    judgement.pages.map(({ page, title }) => [page.id, page.number ? `${page.number}. ${title}` : title]),
  )
  const toIssue = ({ id, page, at, question, message, check, explanation }: Issue): ReviewIssue => ({
    id,
    page,
    pageTitle: titles.get(page) ?? '',
    message,
    href: `/arenden/${caseId}/sida/${page}?visa=fel#${encodeURIComponent(at[0] ?? question)}`,
    ...(check ? { check } : {}),
    ...(explanation ? { explanation } : {}),
  })
  return {
    heading: caseHeading(checked, language, now),
    summary: summarise(form, source, formContext(language, stored.recipientCode)),
    states: Object.fromEntries(judgement.pages.map(({ page, state }) => [page.id, state])),
    errors: judgement.issues.filter(({ severity, missing }) => severity === 'error' && !missing).map(toIssue),
    missing: judgement.pages.flatMap(({ page, issues }) => {
      const left = issues.filter(({ missing }) => missing)
      const [first] = left
      if (!first) return []
      const { href, pageTitle } = toIssue(first)
      return [{ page: page.id, pageTitle, count: new Set(left.map(({ question }) => question)).size, href }]
    }),
    warnings: judgement.issues.filter(({ severity }) => severity === 'warning').map(toIssue),
    conflicts,
    complete: judgement.complete && conflicts === 0,
  }
}
