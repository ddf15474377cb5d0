import type { Display } from '~/forms/display'
import { inOneLine } from '~/forms/in-one-line'
import type { Json } from '~/forms/json'
import type { FieldProps } from '~/ui/field'
import { LastYearChip } from '~/ui/last-year-chip'
import type { InputProps } from './contract'
import { allMessages } from './issues'

/** Last year's answer below a field; nothing where there is none. */
export function PreviousAnswer({
  previous,
  previousYear,
  change,
}: {
  readonly previous: Display | undefined
  readonly previousYear: number | undefined
  readonly change?: string | undefined
}) {
  const text = previous === undefined ? '' : inOneLine(previous)
  if (text === '' || previousYear === undefined) return null
  return (
    <LastYearChip year={previousYear} change={change}>
      {text}
    </LastYearChip>
  )
}

/** What every widget takes: name, label, help, errors, and last year's answer below it. */
export function frameOf<Options, Typed extends Json>(
  props: InputProps<Options, Typed>,
): Pick<FieldProps, 'name' | 'label' | 'help' | 'errors' | 'optional' | 'after' | 'hideLabel' | 'size'> {
  const { name, label, help, optional, issues, previous, previousYear, previousChange, compact } = props
  return {
    name,
    label,
    help,
    optional,
    errors: allMessages(issues),
    after: <PreviousAnswer previous={previous} previousYear={previousYear} change={previousChange} />,
    ...(compact && { hideLabel: true, size: 'small' }),
  }
}
