import type { Role } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { allOrganisations, type StoredOrganisation } from '../register/organisations.store.server'
import { findMembers, findOrCreateUser, lockOrganisation, makeOperator, replaceRoles } from './members.store.server'

export interface NewUser {
  readonly name: string
  readonly email: string
  readonly title?: string | undefined
  readonly language: Language
  /** Code, organisation number, name or short name. */
  readonly organisation?: string | undefined
  /** Come on top of those that the person has. */
  readonly roles: readonly Role[]
  readonly operator: boolean
}

export interface AddedUser {
  readonly userId: string
  readonly organisation?: string
  /** All roles that the person now has there. */
  readonly roles: readonly Role[]
}

/**
 * The operator's way to let somebody in, needed for the first administrator of an organisation: a person, a membership, or both.
 * Repeating it changes nothing.
 *
 * @throws PortalError notFound when there is no such organisation; invalid when roles and organisation do not go together
 */
export async function addUser(user: NewUser): Promise<AddedUser> {
  if ((user.organisation === undefined) !== (user.roles.length === 0)) {
    throw new PortalError('invalid', 'A role is held in an organisation: give both, or neither.')
  }
  return transaction(async (tx) => {
    const organisation =
      user.organisation === undefined ? undefined : findOrganisation(await allOrganisations(tx), user.organisation)
    const email = user.email.trim().toLowerCase()
    const { id } = await findOrCreateUser(tx, { email, name: user.name, title: user.title, language: user.language })
    if (user.operator) await makeOperator(tx, id)
    let roles: readonly Role[] = []
    if (organisation) {
      await lockOrganisation(tx, organisation.id)
      const member = (await findMembers(organisation.id, tx)).find(({ userId }) => userId === id)
      roles = [...new Set([...(member?.roles ?? []), ...user.roles])]
      await replaceRoles(tx, organisation.id, id, roles)
    }
    await audit(tx, {
      actor: 'operator',
      action: 'user.add',
      entity: `user:${id}`,
      details: {
        roles: [...user.roles],
        operator: user.operator,
        ...(organisation && { organisation: organisation.id }),
      },
    })
    return { userId: id, roles, ...(organisation && { organisation: organisation.name }) }
  })
}

function findOrganisation(all: readonly StoredOrganisation[], text: string): StoredOrganisation {
  const wanted = text.trim().toLocaleLowerCase('sv')
  const found = all.find((each) =>
    [each.code, each.orgNumber, each.name, each.shortName].some((name) => name?.toLocaleLowerCase('sv') === wanted),
  )
  if (!found) throw new PortalError('notFound', `There is no organisation «${text}».`)
  return found
}
