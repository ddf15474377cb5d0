import type { Role, Who } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { translator } from '~/platform/i18n/translator.server'
import { queueMail } from '~/platform/mail.server'
import { createInvitationLink } from '~/platform/sign-in/mail-link.server'
import { assertAdministrator } from './administrator'
import { findMembers, findOrCreateUser, lockOrganisation, replaceRoles } from './members.store.server'

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
    await replaceRoles(tx, organisation.id, user.id, roles)
    const theirs: Language = user.language === 'en' ? 'en' : 'sv'
    const t = translator(theirs, 'account')
    const words = { inviter: who.user.name, organisation: organisation.name }
    await queueMail(tx, {
      to: email,
      language: theirs,
      subject: t('mail.invitation.subject', words),
      text: t('mail.invitation.text', words),
      button: { label: t('mail.invitation.button'), href: await createInvitationLink(tx, email, now) },
    })
    await audit(tx, {
      actor: who.user.id,
      action: 'member.invite',
      entity: `organisation:${organisation.id}`,
      details: { user: user.id, roles: [...roles] },
    })
  })
}
