import { openCase } from '~/cases/open.server'
import { lockDemo } from '~/grants/demo/demo.store.server'
import { openRound, prepareRound } from '~/grants/rounds/open-round.server'
import { addUser } from '~/platform/access/testing/world'
import type { Role } from '~/platform/access/who'
import { db, transaction } from '~/platform/db.server'
import { workedDraft } from './worked-case'

/** A person of a town: signs in by cookie, without the page to become somebody. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** What a town has to hand in. The years are none of the demonstration's, so its lists stay as they are. */
const rounds = {
  /** The application, its deadline ahead. */
  application: { formId: 'po-application', year: 2020, days: 20 },
  /** The return, its deadline ahead. */
  return: { formId: 'po-return', year: 2018, days: 20 },
  /** The return, its deadline passed. */
  lateReturn: { formId: 'po-return', year: 2017, days: -3 },
  /** The return on children and young people, its deadline ahead. */
  youth: { formId: 'bup-return', year: 2019, days: 20 },
} as const

export type RoundName = keyof typeof rounds

/**
 * A municipality for one test alone, so that tests side by side never meet: with officers, a signatory who holds a
 * mandate and an administrator, and an unopened case in each round. Granted 1 127 386 kr and 2,80 posts, as Botkyrka.
 */
export interface Town {
  readonly organisationId: string
  readonly name: string
  readonly shortName: string
  readonly officer: Person
  readonly economist: Person
  readonly signatory: Person
  readonly administrator: Person
  /** Case ids. */
  readonly cases: Readonly<Record<RoundName, string>>
  /** The reviewer of the agency that all towns hand in to. */
  readonly reviewer: Person
}

const contact = {
  administration: 'Socialförvaltningen',
  unit: 'Stöd- och utvecklingsenheten',
  board: 'Socialnämnden',
  address: 'Storgatan 1',
  postcode: '123 45',
  town: 'Provköping',
  phone: '08-465 004 40',
  email: 'social@provkoping.example',
  bankgiro: '624-1061',
  paymentReference: 'PK88015100',
}

/** Makes a town. `id` tells it apart from every other. */
export async function makeTown(id: string): Promise<Town> {
  const now = new Date()
  const agency = await theAgency(now)
  const name = `Provköpings kommun ${id}`
  const shortName = `Provköping ${id}`
  const { id: organisationId } = await db().organisation.create({
    data: {
      kind: 'municipality',
      name,
      shortName,
      countyCode: '01',
      county: 'Stockholms län',
      contact,
    },
  })
  const person = (name: string, title: string, role: Role): Promise<Person> =>
    addUser(
      { [organisationId]: [role] },
      { name, title, email: `${role}.${name.split(' ')[0]}.${id}@provkoping.example`.toLowerCase() },
    )
  const officer = await person('Disa Daggkåpa', 'Verksamhetsutvecklare', 'officer')
  const economist = await person('Bror Bergfink', 'Ekonom', 'officer')
  const signatory = await person('Kaj Kråkris', 'Socialchef', 'signatory')
  const administrator = await person('Ada Ängsvädd', 'Systemförvaltare', 'administrator')
  await db().mandate.create({
    data: {
      organisationId,
      holderId: signatory.id,
      grantorId: administrator.id,
      title: 'Socialchef',
      decision: 'Socialnämndens delegationsordning, punkt 4.3',
      validFrom: new Date('2020-01-01T00:00:00Z'),
    },
  })
  const cases = await db().case.findMany({
    where: { organisationId: await entered(organisationId, agency.organisationId, now) },
    select: { id: true, round: { select: { year: true, formVersion: { select: { formId: true } } } } },
  })
  const caseIn = (round: RoundName) => {
    const { formId, year } = rounds[round]
    const found = cases.find((each) => each.round.year === year && each.round.formVersion.formId === formId)
    if (!found) throw new Error(`The town has no case in ${formId} ${year}.`)
    return found.id
  }
  return {
    organisationId,
    name,
    shortName,
    officer,
    economist,
    signatory,
    administrator,
    reviewer: agency.reviewer,
    cases: {
      application: caseIn('application'),
      return: caseIn('return'),
      lateReturn: caseIn('lateReturn'),
      youth: caseIn('youth'),
    },
  }
}

/** Enters an organisation in every round, which the first town opens. @returns the organisation's id */
async function entered(organisationId: string, agencyId: string, now: Date): Promise<string> {
  const day = 24 * 3_600_000
  const prepared = await Promise.all(
    Object.values(rounds).map(({ formId, year, days }) =>
      prepareRound({
        formId,
        year,
        opensAt: new Date(now.getTime() - 30 * day),
        deadline: new Date(now.getTime() + days * day),
        rates: formId === 'po-application' ? { unitAmount: 402_638 } : {},
        desks: [{ agencyId, contact: { name: 'Rask Rönnbär', email: 'statsbidrag@provlandet.example' } }],
        recipients: [{ organisationId, agencyId, ...awardOf(formId) }],
      }),
    ),
  )
  await transaction(async (tx) => {
    await lockDemo(tx)
    for (const round of prepared) await openRound(tx, round)
  })
  return organisationId
}

function awardOf(formId: string) {
  if (formId === 'po-return') return { kronor: 1_127_386, posts: 280 }
  return formId === 'bup-return' ? { kronor: 636_982 } : {}
}

/** The agency that all towns hand in to, with its one reviewer. */
async function theAgency(now: Date): Promise<{ organisationId: string; reviewer: Person }> {
  const name = 'Länsstyrelsen Provlandet'
  const email = 'rask.ronnbar@provlandet.example'
  return transaction(async (tx) => {
    await lockDemo(tx)
    const organisation = await tx.organisation.upsert({
      where: { name },
      create: { kind: 'countyBoard', name, shortName: name },
      update: {},
    })
    const reviewer = await tx.user.upsert({
      where: { email },
      create: {
        email,
        name: 'Rask Rönnbär',
        title: 'Handläggare',
        createdAt: now,
        memberships: { create: { organisationId: organisation.id, role: 'reviewer' } },
      },
      update: {},
    })
    return { organisationId: organisation.id, reviewer: { id: reviewer.id, name: reviewer.name, email } }
  })
}

/** Opens the town's return as its officer and answers all of it as Botkyrka did. @returns the case's id */
export async function fillReturn({ cases, officer }: Town, round: 'return' | 'lateReturn' = 'return'): Promise<string> {
  const now = new Date()
  const caseId = cases[round]
  await openCase({ caseId, officer, now, language: 'sv' })
  const { draft: prefilled, revision } = await db().case.findUniqueOrThrow({ where: { id: caseId } })
  const draft = {
    ...Object(prefilled),
    ...workedDraft('personligt-ombud', 'return.form.yaml', 'po-return-botkyrka-2020.json'),
  }
  const changes = Object.entries(draft).map(([key, after]) => ({ key, before: null, after }))
  await db().case.update({
    where: { id: caseId },
    data: { draft, revision: revision + 1, editorId: officer.id, editedAt: now },
  })
  await db().answerChange.create({
    data: { caseId, revision: revision + 1, userId: officer.id, at: now, changes: JSON.parse(JSON.stringify(changes)) },
  })
  return caseId
}
