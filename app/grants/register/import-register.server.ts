import { transaction } from '~/platform/db.server'
import { type Municipality, municipalities } from '~/platform/municipalities.server'
import { countyBoardName } from './county'
import {
  addOrganisations,
  allOrganisations,
  changeOrganisation,
  lockRegister,
  type RegisteredOrganisation,
  type StoredOrganisation,
} from './organisations.store.server'

/** The national agencies that the built-in programmes know; SKR, an association, stands in the place of one. */
const nationalAgencies: readonly RegisteredOrganisation[] = [
  nationalAgency('Socialstyrelsen', 'Socialstyrelsen', '202100-0555'),
  nationalAgency('Sveriges Kommuner och Regioner', 'SKR', '222000-0315'),
]

/** Every organisation that the shipped register gives: municipalities, one county board per county, the national agencies. */
export function registered(rows: readonly Municipality[]): readonly RegisteredOrganisation[] {
  const counties = new Map(rows.map((row) => [row.countyCode, row.county]))
  return [
    ...rows.map((row) => ({
      kind: 'municipality' as const,
      name: row.name,
      shortName: row.shortName,
      orgNumber: row.orgNumber ?? null,
      code: row.code,
      countyCode: row.countyCode,
      county: row.county,
    })),
    ...[...counties].map(([countyCode, county]) => ({
      kind: 'countyBoard' as const,
      name: countyBoardName(county),
      shortName: countyBoardName(county),
      orgNumber: null,
      code: null,
      countyCode,
      county,
    })),
    ...nationalAgencies,
  ]
}

function nationalAgency(name: string, shortName: string, orgNumber: string): RegisteredOrganisation {
  return { kind: 'nationalAgency', name, shortName, orgNumber, code: null, countyCode: null, county: null }
}

/** What tells organisations apart: the code, the county of a board, else the name. */
const identity = (row: RegisteredOrganisation) =>
  row.code ?? (row.kind === 'countyBoard' ? `board ${row.countyCode}` : row.name)

/** A number or a name that the portal has learnt is not taken away by a register that lacks it. */
function differs(stored: StoredOrganisation, row: RegisteredOrganisation): boolean {
  return (
    stored.name !== row.name ||
    stored.shortName !== row.shortName ||
    stored.countyCode !== row.countyCode ||
    stored.county !== row.county ||
    (row.orgNumber !== null && stored.orgNumber !== row.orgNumber)
  )
}

/**
 * Brings the shipped register into the database. Doing it again changes nothing; contact details, memberships and
 * organisations that the register does not know stay as they are.
 */
export async function importRegister(): Promise<{ added: number; changed: number }> {
  const wanted = registered(municipalities())
  return transaction(async (tx) => {
    await lockRegister(tx)
    const known = new Map((await allOrganisations(tx)).map((row) => [identity(row), row]))
    const added = wanted.filter((row) => !known.has(identity(row)))
    await addOrganisations(tx, added)
    let changed = 0
    for (const row of wanted) {
      const stored = known.get(identity(row))
      if (!stored || !differs(stored, row)) continue
      await changeOrganisation(tx, stored.id, { ...row, orgNumber: row.orgNumber ?? stored.orgNumber })
      changed += 1
    }
    return { added: added.length, changed }
  })
}
