import { askContribution } from '~/cases/contributions/ask.server'
import { addLink } from '~/cases/contributions/contribution.store.server'
import { transaction } from '~/platform/db.server'
import type { Person } from './world'

/** Asks somebody for a page of a case, past the pages. @returns its id, and the path that the link leads to */
export async function askFor(
  { caseId, pageId, email }: { readonly caseId: string; readonly pageId: string; readonly email: string },
  asker: Person,
): Promise<{ id: string; link: string }> {
  const now = new Date()
  const id = await askContribution({
    caseId,
    pageId,
    questions: [],
    name: 'Eva Ek',
    email,
    message: 'Bara det som är bokfört.',
    deadline: new Date(now.getTime() + 10 * 24 * 3_600_000),
    asker: { id: asker.id, language: 'sv' },
    now,
  })
  return { id, link: `/underlag/${await transaction((tx) => addLink(tx, id))}` }
}
