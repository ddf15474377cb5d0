import { openCase } from '~/cases/open.server'
import { answer, askToSign, type Person, signLast } from '~/cases/testing/botkyrka'
import type { Draft } from '~/forms/draft'
import { addUser } from '~/platform/access/testing/world'
import { db } from '~/platform/db.server'
import { builtInForms } from '~/views/testing/worked-case'
import { readTextTable } from '../../allocations/text-table'
import type { Distribute } from '../distribute.server'

export const now = new Date('2014-03-17T09:00:00Z')
const deadline = new Date('2014-04-15T21:59:59.999Z')

/** Somebody who fills in and signs for an organisation. */
export interface Member extends Person {
  readonly organisationId: string
  readonly mandateId: string
}

/** A city with an award, its own case, and districts with one person each. */
export interface City {
  readonly cityId: string
  readonly agencyId: string
  readonly roundId: string
  readonly caseId: string
  readonly member: Member
  /** By short name. */
  readonly districts: ReadonlyMap<string, Member>
}

const names = ['Alkullen', 'Björkvret', 'Ekbacka'] as const

/** Fills an empty database: nothing is distributed yet. */
export async function seedCity(award = 1_500_000, districtNames: readonly string[] = names): Promise<City> {
  const city = await db().organisation.create({
    data: { kind: 'municipality', name: 'Stockholms kommun', shortName: 'Stockholm', code: '0180', countyCode: '01' },
  })
  const agency = await db().organisation.create({
    data: { kind: 'nationalAgency', name: 'Socialstyrelsen', shortName: 'Socialstyrelsen' },
  })
  const versions = new Map<string, string>()
  for (const id of ['prio-city-return', 'prio-district-return']) {
    const form = builtInForms().get(id)
    if (!form) throw new Error(`There is no form ${id}`)
    const definition = JSON.parse(JSON.stringify(form.definition))
    const version = await db().formVersion.create({ data: { formId: id, version: 1, hash: form.hash, definition } })
    versions.set(id, version.id)
  }
  const formVersionId = versions.get('prio-city-return') ?? ''
  const round = await db().round.create({
    data: {
      programme: 'prio',
      kind: 'return',
      year: 2013,
      formVersionId,
      opensAt: new Date('2014-03-01T00:00:00Z'),
      deadline: new Date('2014-04-30T21:59:59.999Z'),
      desks: { create: { agencyId: agency.id } },
      awards: { create: { organisationId: city.id, kronor: award } },
      cases: { create: { organisationId: city.id, agencyId: agency.id, formVersionId } },
    },
    include: { cases: true },
  })
  const districts = new Map<string, Member>()
  for (const name of districtNames) {
    const { id } = await db().organisation.create({
      data: { kind: 'district', name: `${name}s stadsdelsförvaltning`, shortName: name, cityId: city.id },
    })
    districts.set(name, await seedMember(id, name))
  }
  return {
    cityId: city.id,
    agencyId: agency.id,
    roundId: round.id,
    caseId: round.cases[0]?.id ?? '',
    member: await seedMember(city.id, 'Stina Stare'),
    districts,
  }
}

async function seedMember(organisationId: string, name: string): Promise<Member> {
  const person = await addUser(
    { [organisationId]: ['officer', 'signatory', 'administrator'] },
    { name: `${name} Person` },
  )
  const terms = { title: 'Chef', decision: 'Delegationsordning 2.1', ownWork: true, validFrom: new Date('2013-01-01') }
  const { id } = await db().mandate.create({ data: { organisationId, holderId: person.id, ...terms } })
  return { ...person, organisationId, mandateId: id }
}

/** Lines of «name;kronor» as the city's decision. */
export function decided({ caseId }: City, lines: string, total = ''): Distribute {
  return {
    caseId,
    list: { sheet: readTextTable(lines), total },
    decision: { on: new Date('2014-03-12'), by: 'Kommunstyrelsen', reference: '§ 14' },
    deadline,
    contact: {},
  }
}

export const thirds = 'Alkullen;500 000\nBjörkvret;400 000\nEkbacka;600 000'

/** The case of a district. */
export async function caseOf({ organisationId }: Member): Promise<string> {
  return (await db().case.findFirstOrThrow({ where: { organisationId } })).id
}

/** The answers of a district that has used `used` kronor and accrued the rest. */
const account = (used: number, accrued: number): Draft => ({
  accrued: String(accrued),
  areas: { r1: { area: 'Samordning', cost: String(used), use: 'used', _at: 1 } },
  nobodyRecognised: 'yes',
  checkedBy: 'Någon',
})

/** Opens a district's case and fills it in. @returns its id */
export async function fillIn(member: Member, used: number, accrued: number): Promise<string> {
  const caseId = await caseOf(member)
  await openCase({ caseId, officer: member, now, language: 'sv' })
  await answer(caseId, member, account(used, accrued), now)
  return caseId
}

/** Asks for a signature and signs. */
export async function signed(caseId: string, member: Member): Promise<string> {
  return signLast(await asked(caseId, member))
}

export const asked = (caseId: string, member: Member) =>
  askToSign(caseId, { mandateId: member.mandateId, requester: member, signatory: member, now })

/** Opens the city's own case and writes its narrative. */
export async function writeReturn({ caseId, member }: City): Promise<void> {
  await openCase({ caseId, officer: member, now, language: 'sv' })
  const texts = 'foreword summary conditions results work districtWork routines next'.split(' ')
  await answer(
    caseId,
    member,
    {
      ...Object.fromEntries(texts.map((id) => [id, 'Text.'])),
      ownCaseNumber: '3.1.1–89/2015',
      publisher: 'Socialförvaltningen',
      publishedMonth: 'april',
      publishedYear: '2014',
      contactName: 'Stina Stare',
      contactPhone: '08-465 004 51',
      contactEmail: 'stina.stare@stockholm.example',
    },
    now,
  )
}
