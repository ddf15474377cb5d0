import type { Who } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { assertAdministrator } from '../organisations/administrator'
import { letIn } from '../organisations/let-in.server'
import { findMembers, findOrCreateUser, lockOrganisation } from '../organisations/members.store.server'
import { allOrganisations } from '../register/organisations.store.server'
import { districtsOfCity, organisationNamed, storeDistrict } from './distribution.store.server'

interface Inviting {
  readonly city: { readonly id: string }
  /** Becomes officer and administrator there. `email` is lower case. */
  readonly first: { readonly name: string; readonly email: string }
  readonly language: Language
  readonly now: Date
}

export interface NewDistrict extends Inviting {
  readonly name: string
  readonly shortName: string
}

const rolesOfFirst = ['officer', 'administrator'] as const

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
    const letting = { organisation: { id, name }, email: first.email, inviter: who.user, roles: rolesOfFirst, now }
    await letIn(tx, user, letting)
    return id
  })
}

/**
 * Invites the first person of a district that has none: it was made without, or all have left.
 *
 * @throws PortalError forbidden, notFound (no district of the city), conflict (somebody is there already, and invites)
 */
export async function inviteToDistrict(
  who: Who,
  { city, districtId, first, language, now }: Inviting & { readonly districtId: string },
): Promise<void> {
  assertAdministrator(who, city.id)
  await transaction(async (tx) => {
    const district = (await districtsOfCity(city.id, tx)).find(({ id }) => id === districtId)
    if (!district) throw new PortalError('notFound')
    await lockOrganisation(tx, district.id)
    if ((await findMembers(district.id, tx)).length > 0) throw new PortalError('conflict', 'somebody is there')
    const user = await findOrCreateUser(tx, { ...first, language })
    const letting = { organisation: district, email: first.email, inviter: who.user, roles: rolesOfFirst, now }
    await letIn(tx, user, letting)
  })
}

/** The districts of a city and how many people each has. */
export async function listDistricts(cityId: string): Promise<readonly { id: string; name: string; people: number }[]> {
  const districts = await districtsOfCity(cityId)
  return Promise.all(districts.map(async ({ id, name }) => ({ id, name, people: (await findMembers(id)).length })))
}
