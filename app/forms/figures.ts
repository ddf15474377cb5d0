import type { Known } from './compile-expressions'
import type { FormDefinition } from './definition'
import { didYouMean } from './nearest'
import type { Report } from './problems'

/** Refuses figures that are no questions, or none of the sort that is wanted. */
export function refuseOddFigures(
  { amount, remaining, key, per }: FormDefinition['figures'],
  known: ReadonlyMap<string, Known>,
  broken: ReadonlySet<string>,
  report: Report,
): void {
  const unknown = (id: string) => `There is no question «${id}».${didYouMean(id, known.keys())}`
  for (const [name, id] of Object.entries({ amount, remaining })) {
    if (id === undefined || broken.has(id)) continue
    const { type: { type } = {}, question } = known.get(id) ?? {}
    if (type === undefined) report(`figures.${name}`, unknown(id))
    else if (type !== 'int' || question?.options.currency !== undefined)
      report(`figures.${name}`, `The question «${id}» is no whole number of kronor.`)
  }
  const counted = per === undefined ? undefined : known.get(per)
  if (per !== undefined && !broken.has(per) && counted?.type.type !== 'int' && counted?.type.type !== 'decimal') {
    report('figures.per', counted ? `The question «${per}» is no number.` : unknown(per))
  }
  for (const [index, id] of key.entries()) {
    if (!known.has(id) && !broken.has(id)) report(`figures.key.${index}`, unknown(id))
  }
}
