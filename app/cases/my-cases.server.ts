import type { PageState } from '~/forms/judgement'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { checkCase } from './check.server'
import { type MyCaseRow, myCaseRows } from './my-cases.store.server'

export interface MyCase extends Omit<MyCaseRow, 'lastPage'> {
  readonly title: string
  readonly shortTitle: string
  readonly organisation: string
  readonly organisationId: string
  readonly agency: string
  readonly caseNumber: string | null
  readonly kind: 'application' | 'return' | 'survey'
  readonly deadline: Date
  /** Whole kronor */
  readonly award: number | null
  /** Whole kronor, as decided by now */
  readonly granted: number | null
  /** Whole kronor applied for, when the form computes it */
  readonly amount: number | null
  /** State of every visible page, in order. */
  readonly pages: readonly PageState[]
  readonly lastPage: string | null
  /** Titles of the visible pages by id. */
  readonly pageTitles: ReadonlyMap<string, string>
  /** The first thing to do: a page with something to correct, else the first that is not done. */
  readonly next: { readonly page: string; readonly title: string; readonly correct: boolean } | null
}

/** Everything on «Mina ärenden»: what, by when, how far, who last, what next. */
export async function myCases(organisationIds: readonly string[], language: Language, now: Date): Promise<MyCase[]> {
  const rows = await myCaseRows(organisationIds, now)
  return Promise.all(rows.map((row) => toCase(row, language)))
}

async function toCase(row: MyCaseRow, language: Language): Promise<MyCase> {
  const { stored, form, judgement } = await checkCase(row.id, language)
  const { surroundings } = stored
  const left =
    judgement.pages.find(({ state }) => state === 'needsCorrecting') ??
    judgement.pages.find(({ state }) => state === 'started' || state === 'notStarted')
  const pageTitles = new Map(judgement.pages.map(({ page, title }) => [page.id, title]))
  const amount = form.definition.figures.amount ? judgement.values[form.definition.figures.amount] : undefined
  return {
    ...row,
    title: resolveText(form, form.definition.title, language, { surroundings }),
    shortTitle: resolveText(form, form.definition.shortTitle, language, { surroundings }),
    organisation: stored.organisationName,
    organisationId: stored.organisationId,
    agency: surroundings.agency.name,
    caseNumber: stored.caseNumber ?? surroundings.award.caseNumber ?? null,
    kind: stored.kind,
    deadline: stored.deadline,
    award: surroundings.award.kronor ?? null,
    granted: stored.award.kronor ?? null,
    amount: typeof amount === 'number' ? amount : null,
    pages: judgement.pages.map(({ state }) => state),
    lastPage: pageTitles.get(row.lastPage ?? '') ?? null,
    pageTitles,
    next: left ? { page: left.page.id, title: left.title, correct: left.state === 'needsCorrecting' } : null,
  }
}
