import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './root.server'

/** One row of the register of municipalities that the portal ships (CC0). */
export interface Municipality {
  /** Four digits, the first two being the county's. */
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly countyCode: string
  /** «Stockholms län» */
  readonly county: string
  /** nnnnnn-nnnn, only where a public register was at hand. */
  readonly orgNumber?: string
}

/** The register's text as rows: comma-separated, no quotes, a heading first. */
export function parseMunicipalities(csv: string): readonly Municipality[] {
  return csv
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [code, name, shortName, countyCode, county, orgNumber] = line.split(',')
      if (!code || !name || !shortName || !countyCode || !county) {
        throw new Error(`The register has a row that cannot be read: ${line}`)
      }
      return { code, name, shortName, countyCode, county, ...(orgNumber ? { orgNumber } : {}) }
    })
}

let shipped: readonly Municipality[] | undefined

/** Sweden's 290 municipalities as shipped, read once. */
export function municipalities(): readonly Municipality[] {
  shipped ??= parseMunicipalities(
    readFileSync(path.join(projectRoot(), 'app/grants/register/municipalities.csv'), 'utf8'),
  )
  return shipped
}
