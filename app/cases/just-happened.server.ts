import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import type { Happened } from '~/views/tasks/just-happened'
import { latestHappenings } from './just-happened.store.server'
import type { MyCase } from './my-cases.server'

/** What colleagues have done last in these cases, in words: answers by page, requests for signatures and what came of them. */
export async function justHappened(
  cases: readonly MyCase[],
  meId: string,
  language: Language,
): Promise<readonly Happened[]> {
  const byId = new Map(cases.map((each) => [each.id, each]))
  const titleOf = (caseId: string, page: string | null) => byId.get(caseId)?.pageTitles.get(page ?? '') ?? ''
  const happenings = await latestHappenings([...byId.keys()], 5)
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
    title: byId.get(caseId)?.title ?? '',
    at: formatDateTime(at, language),
  }))
}
