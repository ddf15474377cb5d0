import type { Role, Who } from '~/platform/access/who'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { assertAdministrator } from './administrator'
import { letIn } from './let-in.server'
import { findMembers, findOrCreateUser, lockOrganisation } from './members.store.server'

export interface Invitation {
  readonly organisation: { readonly id: string; readonly name: string }
  /** Lower case. */
  readonly email: string
  /** Used when nobody has the address yet. */
  readonly name: string
  readonly title?: string | undefined
  readonly roles: readonly Role[]
  /** Of the one who invites; a new person starts with it. */
  readonly language: Language
  readonly now: Date
}

/**
 * Makes somebody a member and sends them a link to sign in with.
 * @throws PortalError forbidden; conflict when they are a member already
 */
export async function inviteMember(
  who: Who,
  { organisation, email, name, title, roles, language, now }: Invitation,
): Promise<void> {
  assertAdministrator(who, organisation.id)
  await transaction(async (tx) => {
    await lockOrganisation(tx, organisation.id)
    const user = await findOrCreateUser(tx, { email, name, title, language })
    const members = await findMembers(organisation.id, tx)
    if (members.some(({ userId }) => userId === user.id)) throw new PortalError('conflict', 'alreadyMember')
    await letIn(tx, user, { organisation, email, inviter: who.user, roles, now })
  })
}
