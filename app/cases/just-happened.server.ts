import type { Language } from '~/forms/text'
import { translator } from '~/platform/i18n/translator.server'
import type { Happened } from '~/views/tasks/just-happened'
import { latestHappenings } from './just-happened.store.server'
import type { MyCase } from './my-cases.server'
import { when } from './when'

/** What is older has not just happened. In milliseconds. */
const recently = 60 * 86_400_000

/** What colleagues have done last in these cases, in words: answers by page, requests for signatures and what came of them. */
export async function justHappened(
  cases: readonly MyCase[],
  meId: string,
  language: Language,
  now: Date,
): Promise<readonly Happened[]> {
  const byId = new Map(cases.map((each) => [each.id, each]))
  const t = translator(language, 'case')
  const titleOf = (caseId: string, page: string | null) => byId.get(caseId)?.pageTitles.get(page ?? '') ?? ''
  const happenings = await latestHappenings([...byId.keys()], new Date(now.getTime() - recently), 5)
  // A page that later answers have taken away says nothing any more.
  const shown = happenings.filter(({ what, caseId, page }) => what !== 'answered' || titleOf(caseId, page))
  return shown.map(({ what, caseId, at, by, page, signatory }) => ({
    key: `${caseId} ${what} ${at.toISOString()}`,
    what,
    me: by.id === meId,
    name: by.name,
    page: titleOf(caseId, page),
    signatory: signatory ?? '',
    href: `/arenden/${caseId}`,
    title: shortestOf(byId.get(caseId), cases),
    at: when(at, now, language, t),
  }))
}

/** The short title, where it is no other case's as well. */
function shortestOf(of: MyCase | undefined, cases: readonly MyCase[]): string {
  if (!of) return ''
  return cases.filter(({ shortTitle }) => shortTitle === of.shortTitle).length === 1 ? of.shortTitle : of.title
}
