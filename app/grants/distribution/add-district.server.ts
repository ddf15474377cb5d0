import type { Who } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { assertAdministrator } from '../organisations/administrator'
import { letIn } from '../organisations/let-in.server'
import { findMembers, findOrCreateUser } from '../organisations/members.store.server'
import { allOrganisations } from '../register/organisations.store.server'
import { districtsOfCity, organisationNamed, storeDistrict } from './distribution.store.server'

export interface NewDistrict {
  readonly city: { readonly id: string }
  readonly name: string
  readonly shortName: string
  /** Becomes officer and administrator there. `email` is lower case. */
  readonly first: { readonly name: string; readonly email: string }
  readonly language: Language
  readonly now: Date
}

/**
 * Makes a district of a city, an organisation of its own, and invites the one who invites the others there.
 *
 * @throws PortalError forbidden, notFound (no municipality), conflict (there is an organisation of that name)
 * @returns the district's id
 */
export async function addDistrict(who: Who, { city, name, shortName, first, language, now }: NewDistrict) {
  assertAdministrator(who, city.id)
  const own = (await allOrganisations()).find(({ id, kind }) => id === city.id && kind === 'municipality')
  if (!own) throw new PortalError('notFound')
  return transaction(async (tx) => {
    if (await organisationNamed(name, tx)) throw new PortalError('conflict', 'the name is taken')
    const { countyCode, county } = own
    const id = await storeDistrict(tx, { cityId: city.id, name, shortName, countyCode, county })
    const entity = `organisation:${city.id}`
    await audit(tx, { actor: who.user.id, action: 'district.add', entity, details: { district: id, name } })
    const user = await findOrCreateUser(tx, { ...first, language })
    const roles = ['officer', 'administrator'] as const
    await letIn(tx, user, { organisation: { id, name }, email: first.email, inviter: who.user, roles, now })
    return id
  })
}

/** The districts of a city and how many people each has. */
export async function listDistricts(cityId: string): Promise<readonly { id: string; name: string; people: number }[]> {
  const districts = await districtsOfCity(cityId)
  return Promise.all(districts.map(async ({ id, name }) => ({ id, name, people: (await findMembers(id)).length })))
}
