import { Radios } from '~/ui/radios'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { dontKnow, stepLabels, stepOf, stepsOf } from '../steps'
import type { ScaleOptions } from './kind'

/** Radios side by side, the ends with their words. */
export function ScaleQuestion(props: InputProps<ScaleOptions, string>) {
  const { options, typed, text } = props
  const values = [...stepsOf(options).map(String), ...(options.dontKnow ? [dontKnow] : [])]
  const labels = stepLabels(options, { text })
  const step = typed === undefined ? undefined : stepOf(typed, options, { text })
  return (
    <Radios
      {...frameOf(props)}
      inline
      defaultValue={step === undefined ? undefined : String(step)}
      options={values.map((value, place) => ({ value, label: labels[place] ?? value }))}
    />
  )
}
