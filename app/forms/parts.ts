/** A row or column of a question that is there only when its condition holds. (Options: offered-options.ts.) */
export interface Part {
  /** Where it stands in the options, elements by their ids: «rows.supervisor», «columns.activities.options.columns.year». */
  readonly name: string
  readonly visible: string
}

/** Every part of a question's options that has a condition, wherever it stands. */
export function partsOf(options: unknown, place = ''): readonly Part[] {
  return entriesOf(options).flatMap(([key, member]) => {
    if (key === 'options' && Array.isArray(member)) return []
    const name = place === '' ? key : `${place}.${key}`
    const visible = Array.isArray(options) ? conditionOf(member) : undefined
    return [...(visible === undefined ? [] : [{ name, visible }]), ...partsOf(member, name)]
  })
}

/**
 * Options without the parts that are named. `empty`: a list that had parts has none left, so there is nothing to ask.
 */
export function optionsWithout<Options>(
  options: Options,
  hidden: ReadonlySet<string>,
): { readonly options: Options; readonly empty: boolean } {
  if (hidden.size === 0) return { options, empty: false }
  let empty = false
  const prune = (piece: unknown, place: string): unknown => {
    if (typeof piece !== 'object' || piece === null) return piece
    const kept = entriesOf(piece).flatMap(([key, member]) => {
      const name = place === '' ? key : `${place}.${key}`
      return hidden.has(name) ? [] : [[key, prune(member, name)] as const]
    })
    if (!Array.isArray(piece)) return Object.fromEntries(kept)
    empty ||= piece.length > 0 && kept.every(([, member]) => asksNothing(member))
    return kept.map(([, member]) => member)
  }
  return { options: Object(prune(options, '')), empty }
}

/** Members by name; elements of a list by their ids, else by number. */
function entriesOf(piece: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(piece)) return piece.map((each: unknown, index) => [idOf(each) ?? String(index), each])
  return typeof piece === 'object' && piece !== null ? Object.entries(piece) : []
}

/** A row that only sums up the others is nothing to fill in. */
const asksNothing = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'subtotal' in row && row.subtotal === true

const idOf = (piece: unknown): string | undefined => textAt(piece, 'id')
const conditionOf = (piece: unknown): string | undefined => textAt(piece, 'visible')

function textAt(piece: unknown, key: string): string | undefined {
  if (typeof piece !== 'object' || piece === null || !Object.hasOwn(piece, key)) return undefined
  const found: unknown = Reflect.get(piece, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}
