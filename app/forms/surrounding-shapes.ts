import { districtsType } from './districts'
import type { ValueType } from './value-type'
import type { Shape } from './values'

const string: Shape = { type: 'string' }
const int: Shape = { type: 'int' }
const given = (of: ValueType): Shape => ({ type: 'given', of })
const object = (fields: Readonly<Record<string, Shape>>): Shape => ({ type: 'object', fields })
const texts = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, string]))

/** What expressions see of the surroundings, by the name that they start with. */
export const surroundingShapes = {
  round: object({ year: given({ type: 'int' }), deadline: given({ type: 'date' }) }),
  agency: object({ name: given({ type: 'string' }), contact: object(texts('unit name phone email')) }),
  recipient: object({
    name: given({ type: 'string' }),
    shortName: given({ type: 'string' }),
    ...texts('orgNumber code county'),
    contact: object(
      texts('administration unit board careOf address postcode town phone email plusgiro bankgiro paymentReference'),
    ),
  }),
  officer: object(texts('name email title phone')),
  award: object({ kronor: int, posts: int, caseNumber: string }),
  districts: districtsType,
} as const

/** Every name that an expression can start with. */
export const rootNames: ReadonlySet<string> = new Set([
  ...Object.keys(surroundingShapes),
  'a',
  'rates',
  'previous',
  'row',
  'outer',
])
