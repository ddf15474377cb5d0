/**
 * Stimulus money to the municipalities of Stockholm county, 2018. The sum and the amounts of Botkyrka, Nykvarn and Stockholm
 * are real; the other 23 are made up so that the rows add up to it.
 */
export const countyRows: readonly (readonly [name: string, kronor: number])[] = [
  ['Botkyrka', 3_174_063],
  ['Danderyd', 1_126_162],
  ['Ekerö', 967_258],
  ['Haninge', 3_040_019],
  ['Huddinge', 3_800_059],
  ['Järfälla', 2_660_009],
  ['Lidingö', 1_623_655],
  ['Nacka', 3_489_160],
  ['Norrtälje', 2_100_368],
  ['Nykvarn', 367_457],
  ['Nynäshamn', 967_852],
  ['Salem', 573_457],
  ['Sigtuna', 1_627_098],
  ['Sollentuna', 2_487_295],
  ['Solna', 2_763_666],
  ['Stockholm', 32_878_683],
  ['Sundbyberg', 1_706_540],
  ['Södertälje', 3_316_416],
  ['Tyresö', 1_644_365],
  ['Täby', 2_418_226],
  ['Upplands Väsby', 1_554_578],
  ['Upplands-Bro', 953_455],
  ['Vallentuna', 1_139_987],
  ['Vaxholm', 404_187],
  ['Värmdö', 1_485_475],
  ['Österåker', 1_520_008],
]

/** Whole kronor, as the county states it. */
export const countySum = 79_789_498

const grouped = (kronor: number) => String(kronor).replace(/\B(?=(\d{3})+$)/g, ' ')

/** The list as the county published it: a title, names and amounts with «kr», a sum. */
export function countyList({
  delimiter = ';',
  rows = countyRows,
  sum = countySum,
}: {
  delimiter?: string
  rows?: typeof countyRows
  sum?: number
} = {}): string {
  const lines = [
    ['Stimulansmedel psykisk hälsa, Stockholms län', ''],
    ['', ''],
    ['Kommun', 'Tilldelade medel'],
    ...rows.map(([name, kronor]) => [name, `${grouped(kronor)} kr`]),
    ['Summa', `${grouped(sum)} kr`],
  ]
  return `${lines.map((cells) => cells.join(delimiter)).join('\r\n')}\r\n`
}

/** The same with one name misspelt. */
export const misspelt = countyRows.map(
  ([name, kronor]) => [name === 'Södertälje' ? 'Södertälge' : name, kronor] as const,
)
