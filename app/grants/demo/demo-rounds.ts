import type { StoredOrganisation } from '../register/organisations.store.server'
import { deadlineAhead } from '../rounds/deadline'
import type { NewRound } from '../rounds/open-round.server'
import type { NewRecipient } from '../rounds/rounds.store.server'
import { districts, stockholm } from './demo-districts'
import { association, botkyrka, desks, nationalBoard, stockholmBoard, uppsalaBoard } from './people'

/** Whole kronor per full-time post and year, as the application for 2021 states it. */
const unitAmount = 402_638

/** Spread evenly over 0 … below, the same every time, so that the demonstration always shows the same figures. */
const spread = (code: string, below: number) => (Number(code) * 104_729) % below

/** What the municipality was granted for 2020. Botkyrka's is real, the others' are invented. */
function representatives(recipient: StoredOrganisation): { kronor: number; posts: number } {
  const posts = recipient.name === botkyrka ? 280 : 50 + spread(recipient.code ?? '0', 70) * 5
  return { posts, kronor: Math.floor((posts * unitAmount) / 100) }
}

function youth(recipient: StoredOrganisation, place: number): { kronor: number; caseNumber: string } {
  if (recipient.name === botkyrka) return { kronor: 636_982, caseNumber: '16571/2020' }
  return { kronor: 20_000 + spread(recipient.code ?? '0', 88_000) * 10, caseNumber: `${16_281 + place}/2020` }
}

/** What the municipality was granted for more staff. Botkyrka's is the sum of a real return, the others' are invented. */
function staffing(recipient: StoredOrganisation, place: number): { kronor: number; caseNumber: string } {
  const kronor = recipient.name === botkyrka ? 955_473 : 40_000 + spread(recipient.code ?? '0', 96_000) * 10
  return { kronor, caseNumber: `${17_201 + place}/2020` }
}

/** What the municipality was granted by the agreement. Botkyrka's is the sum of a real local plan, the others' are invented. */
function agreement(recipient: StoredOrganisation): { kronor: number } {
  return {
    kronor: recipient.name === botkyrka ? 2_739_877 : 150_000 + spread(recipient.code ?? '0', 250_000) * 10,
  }
}

/**
 * The open rounds of the demonstration, their deadlines some weeks ahead of `now`: the application for 2021 and
 * the return for 2020 on personal representatives to two county boards, and the return on children and young people
 * for 2020 to the national board, from all municipalities; and the return of one city on money that it has passed on.
 */
export function demoRounds(organisations: readonly StoredOrganisation[], now: Date): readonly NewRound[] {
  const agency = (name: string) => named(organisations, name)
  const boards = [agency(stockholmBoard), agency(uppsalaBoard)]
  const national = agency(nationalBoard)
  const skr = agency(association)
  const municipalities = organisations.filter(({ kind }) => kind === 'municipality')
  const inCounties = boards.flatMap((board) =>
    municipalities
      .filter(({ countyCode }) => countyCode === board.countyCode)
      .map((recipient) => ({ recipient, agencyId: board.id })),
  )
  const countyDesks = boards.map(deskOf)
  const opensAt = new Date(now.getTime() - 7 * 24 * 3_600_000)
  const ofStockholm = municipalities.filter(({ countyCode }) => countyCode === boards[0]?.countyCode)
  const county = { opensAt, deadline: deadlineAhead(now, 32), desks: countyDesks, rates: { unitAmount } }

  return [
    {
      ...county,
      formId: 'po-application',
      year: 2021,
      recipients: inCounties.map(({ recipient, agencyId }) => ({ organisationId: recipient.id, agencyId })),
    },
    {
      ...county,
      formId: 'po-return',
      year: 2020,
      recipients: inCounties.map(
        ({ recipient, agencyId }): NewRecipient => ({
          organisationId: recipient.id,
          agencyId,
          ...representatives(recipient),
        }),
      ),
    },
    {
      formId: 'bup-return',
      year: 2020,
      opensAt,
      deadline: deadlineAhead(now, 46),
      rates: {},
      desks: [deskOf(national)],
      recipients: municipalities.map((recipient, place) => ({
        organisationId: recipient.id,
        agencyId: national.id,
        ...youth(recipient, place),
      })),
    },
    {
      formId: 'staffing-return',
      year: 2020,
      opensAt,
      deadline: deadlineAhead(now, 39),
      rates: {},
      desks: [deskOf(national)],
      recipients: ofStockholm.map((recipient, place) => ({
        organisationId: recipient.id,
        agencyId: national.id,
        ...staffing(recipient, place),
      })),
    },
    {
      formId: 'mental-health-survey',
      year: 2020,
      opensAt,
      deadline: deadlineAhead(now, 53),
      rates: {},
      desks: [deskOf(skr)],
      recipients: ofStockholm.map((recipient) => ({
        organisationId: recipient.id,
        agencyId: skr.id,
        ...agreement(recipient),
      })),
    },
    {
      formId: 'prio-performance',
      year: 2015,
      opensAt,
      deadline: deadlineAhead(now, 60),
      rates: {},
      desks: [deskOf(national)],
      recipients: ofStockholm.map(({ id }) => ({ organisationId: id, agencyId: national.id })),
    },
    {
      formId: 'prio-city-return',
      year: 2013,
      opensAt,
      deadline: deadlineAhead(now, 60),
      rates: {},
      desks: [{ agencyId: national.id, contact: desks[national.name] ?? {} }],
      recipients: [
        {
          organisationId: agency(stockholm).id,
          agencyId: national.id,
          kronor: Object.values(districts).reduce((sum, kronor) => sum + kronor, 0),
        },
      ],
    },
  ]
}

/** The districts' round on their routines. Its recipients are the districts, which come with the demonstration. */
export function routinesRound(organisations: readonly StoredOrganisation[], now: Date): NewRound {
  return {
    formId: 'prio-routines',
    year: 2014,
    opensAt: new Date(now.getTime() - 7 * 24 * 3_600_000),
    deadline: deadlineAhead(now, 46),
    rates: {},
    desks: [deskOf(named(organisations, nationalBoard))],
    recipients: [],
  }
}

function named(organisations: readonly StoredOrganisation[], name: string): StoredOrganisation {
  const found = organisations.find((each) => each.name === name)
  if (!found) throw new Error(`The register has no ${name}.`)
  return found
}

const deskOf = ({ id, name }: StoredOrganisation) => ({ agencyId: id, contact: desks[name] ?? {} })
