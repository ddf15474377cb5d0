import type { Role } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import type { Tx } from '~/platform/db.server'
import type { Language } from '~/platform/i18n/languages'
import { translator } from '~/platform/i18n/translator.server'
import { queueMail } from '~/platform/mail.server'
import { createInvitationLink } from '~/platform/sign-in/mail-link.server'
import { replaceRoles } from './members.store.server'

/** Who lets whom in where, as what. */
export interface Letting {
  readonly organisation: { readonly id: string; readonly name: string }
  /** Lower case. */
  readonly email: string
  readonly inviter: { readonly id: string; readonly name: string }
  readonly roles: readonly Role[]
  readonly now: Date
}

/** Gives somebody their roles in an organisation and sends them a link to sign in with. */
export async function letIn(
  tx: Tx,
  user: { readonly id: string; readonly language: string },
  { organisation, email, inviter, roles, now }: Letting,
): Promise<void> {
  await replaceRoles(tx, organisation.id, user.id, roles)
  const theirs: Language = user.language === 'en' ? 'en' : 'sv'
  const t = translator(theirs, 'account')
  const words = { inviter: inviter.name, organisation: organisation.name }
  await queueMail(tx, {
    to: email,
    language: theirs,
    subject: t('mail.invitation.subject', words),
    text: t('mail.invitation.text', words),
    button: { label: t('mail.invitation.button'), href: await createInvitationLink(tx, email, now) },
  })
  await audit(tx, {
    actor: inviter.id,
    action: 'member.invite',
    entity: `organisation:${organisation.id}`,
    details: { user: user.id, roles: [...roles] },
  })
}
