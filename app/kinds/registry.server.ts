import { attachments } from './attachments/kind'
import { bankgiro } from './bankgiro/kind'
import { choice } from './choice/kind'
import { choices } from './choices/kind'
import type { AnyKind, KindLookup } from './contract'
import { countTable } from './count-table/kind'
import { date } from './date/kind'
import { decimal } from './decimal/kind'
import { email } from './email/kind'
import { identityNumber } from './identity-number/kind'
import { integer } from './integer/kind'
import { money } from './money/kind'
import { municipalities } from './municipalities/kind'
import { orderedList } from './ordered-list/kind'
import { orgNumber } from './org-number/kind'
import { period } from './period/kind'
import { phone } from './phone/kind'
import { plusgiro } from './plusgiro/kind'
import { postcode } from './postcode/kind'
import { rowChoice } from './row-choice/kind'
import { scale } from './scale/kind'
import { scaleMatrix } from './scale-matrix/kind'
import { tableKind } from './table/kind'
import { text } from './text/kind'
import { yesNo } from './yes-no/kind'
import { yesNoList } from './yes-no-list/kind'

export type { AnyKind } from './contract'

const byName = new Map<string, AnyKind>()

/** The kind of that name, or undefined. */
export const kindOf: KindLookup = Object.assign((name: string) => byName.get(name), {
  names: () => [...byName.keys()],
})

/** Every kind of question that a form may use. */
export const allKinds: readonly AnyKind[] = [
  text,
  integer,
  money,
  decimal,
  yesNo,
  choice,
  choices,
  countTable,
  yesNoList,
  scale,
  scaleMatrix,
  orderedList,
  orgNumber,
  identityNumber,
  plusgiro,
  bankgiro,
  postcode,
  phone,
  email,
  date,
  period,
  municipalities,
  attachments,
  // Its columns are of the other kinds; lists of rows inside them, too.
  tableKind(kindOf),
  rowChoice,
]

for (const kind of allKinds) byName.set(kind.name, kind)
