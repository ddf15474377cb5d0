import { type LocalText, languages } from './text'

export interface PlacedText {
  /** «pages.clients.questions.clientsAll.label» */
  readonly place: string
  readonly text: LocalText
}

/** Every text in a piece of definition, wherever it stands, also in the options of a kind. */
export function localTexts(piece: unknown, place: string): readonly PlacedText[] {
  if (isLocalText(piece)) return [{ place, text: piece }]
  if (Array.isArray(piece)) return piece.flatMap((each, index) => localTexts(each, `${place}.${idOf(each) ?? index}`))
  if (typeof piece !== 'object' || piece === null) return []
  return Object.entries(piece).flatMap(([key, part]) => localTexts(part, place === '' ? key : `${place}.${key}`))
}

function isLocalText(piece: unknown): piece is LocalText {
  if (typeof piece !== 'object' || piece === null || Array.isArray(piece)) return false
  return languages.every(
    (language) => Object.hasOwn(piece, language) && typeof Reflect.get(piece, language) === 'string',
  )
}

/** The id of an element of a list, which names it better than its number. */
function idOf(piece: unknown): string | undefined {
  if (typeof piece !== 'object' || piece === null || !Object.hasOwn(piece, 'id')) return undefined
  const id: unknown = Reflect.get(piece, 'id')
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** A path of members and indexes as a place, elements of lists by their ids. */
export function placeOf(piece: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = piece
  return path
    .map((step) => {
      at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined
      return typeof step === 'number' ? (idOf(at) ?? String(step)) : String(step)
    })
    .join('.')
}
