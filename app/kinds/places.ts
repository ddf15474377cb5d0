import type { Context } from './contract'
import type { Labelled } from './unique'

/** Of a kind whose answer is one thing: no rows, no places in it. */
export const onePlace = { rows: () => [], nameOf: () => '' }

/** Of a kind whose rows the form lists: a place is called by its row's label. */
export const rowPlaces = {
  rows: () => [],
  nameOf: (
    { options }: { readonly options: { readonly rows: readonly Labelled[] } },
    [row]: readonly string[],
    _typed: unknown,
    { text }: Context,
  ) => {
    const label = options.rows.find(({ id }) => id === row)?.label
    return label ? text(label) : ''
  },
}
