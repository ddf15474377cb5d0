/** What a column of a list can hold. */
export const columnRoles = ['name', 'orgNumber', 'code', 'kronor', 'posts', 'caseNumber', 'note'] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Column of each role, counted from 0; null where the list has none. */
export type Columns = Readonly<Record<ColumnRole, number | null>>

/** Words in a heading that tell what stands below, those that exclude others first. */
const headings: readonly (readonly [ColumnRole, RegExp])[] = [
  ['orgNumber', /\borg\b|org\.?\s?-?n|organisationsn(r|ummer)/i],
  ['caseNumber', /\bdnr\b|diarie|ärendenummer|case/i],
  ['code', /kod\b|\bcode\b|^k-?nr$/i],
  ['posts', /tjänst|heltid|årsarb|årsanst|\bposts?\b|full-?time/i],
  ['note', /anm(ärkning)?\b|kommentar|\bnot\b|innehas|förvaltas|\bnote|held/i],
  ['name', /kommun|mottagare|\bnamn|organisation|recipient|municipality|\bname/i],
  ['kronor', /belopp|medel|bidrag|tilldel|kronor|\bkr\b|tkr|beviljat|fördel|amount|award|grant/i],
]

/** What a heading says of its column. */
export const roleOf = (heading: string): ColumnRole | undefined =>
  headings.find(([, words]) => words.test(heading))?.[0]
