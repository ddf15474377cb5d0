import type { Check } from './definition'
import { type NamedPart, withIds, withWords } from './named-parts'
import type { Report } from './problems'

const mostRepetitions = 1000

/**
 * Writes out the checks that repeat: one for each combination of what `each` lists, with every `$name` replaced. In a
 * text, `$name` stands for the words of `as` (or the id), but inside `{…}`, which is an expression, for the id.
 */
export function expandChecks(checks: readonly Check[], report: Report): readonly Check[] {
  return checks.flatMap((check) => {
    if (!check.each) {
      if (check.id.includes('$')) report(`checks.${check.id}.id`, '«$» is for checks with «each».')
      return [check]
    }
    const names = Object.keys(check.each)
    for (const name of names) {
      if (!/^[a-z][A-Za-z0-9]*$/.test(name))
        report(`checks.${check.id}.each.${name}`, 'A name holds only letters and digits.')
      if (!check.id.includes(`$${name}`)) {
        report(`checks.${check.id}.id`, `The id must hold «$${name}», so that each repetition has an id of its own.`)
      }
    }
    const count = Object.values(check.each).reduce((product, list) => product * list.length, 1)
    if (count > mostRepetitions) {
      report(`checks.${check.id}.each`, `${count} repetitions are too many; at most ${mostRepetitions}.`)
      return []
    }
    return combinations(Object.entries(check.each)).map((choices) => expanded(check, choices))
  })
}

function combinations(lists: [string, NonNullable<Check['each']>[string]][]): NamedPart[][] {
  return lists.reduce<NamedPart[][]>(
    (made, [name, list]) => made.flatMap((choices) => list.map(({ id, as }) => [...choices, { name, id, as }])),
    [[]],
  )
}

function expanded(check: Check, parts: readonly NamedPart[]): Check {
  const ids = withIds(parts)
  return {
    ...check,
    id: ids(check.id),
    holds: ids(check.holds),
    at: check.at.map(ids),
    ...(check.rows === undefined ? {} : { rows: ids(check.rows) }),
    text: withWords(parts, check.text),
    ...(check.when === undefined ? {} : { when: ids(check.when) }),
    each: undefined,
  }
}
