import type { CompiledForm } from './compiled-form'
import type { ValueType } from './value-type'

const text = { type: 'string' } as const
const kronor = { type: 'int' } as const

/** What expressions see as `districts`: one object for each, whose figures are missing until it has reported. */
export const districtsType = {
  type: 'list',
  of: {
    type: 'object',
    fields: {
      name: text,
      received: kronor,
      reported: { type: 'bool' },
      used: kronor,
      accrued: kronor,
      planned: kronor,
      explanation: text,
    },
  },
} as const satisfies ValueType

/**
 * What is wrong between a form whose award is passed on and the form of the districts; one sentence each.
 *
 * @param theirs the form that `districts.form` names; undefined where there is none
 */
export function passedOnProblems(
  { definition }: Pick<CompiledForm, 'definition'>,
  theirs: CompiledForm | undefined,
): readonly string[] {
  const { districts } = definition
  if (!districts) return []
  if (!theirs) return [`districts.form: There is no form «${districts.form}».`]
  const figures = Object.entries(districts.figures).flatMap(([name, id]) => {
    if (id === undefined) return []
    const question = theirs.questions.get(id)
    if (!question) return [`districts.figures.${name}: «${districts.form}» has no question «${id}».`]
    if (theirs.type(id).type !== 'int') return [`districts.figures.${name}: «${id}» is no whole number of kronor.`]
    return []
  })
  const received = theirs.questions.get(districts.figures.received)
  const isGiven = received === undefined || (received.prefill === 'award.kronor' && received.locked)
  return isGiven ? figures : [...figures, 'districts.figures.received: It is filled in from award.kronor and locked.']
}
