import type { InputProps } from '../contract'
import type { RowsTyped } from '../rows'
import { RowsQuestion } from '../rows-question'
import { dontKnow, stepLabels, stepOf, stepsOf, stepText } from '../steps'
import type { ScaleMatrixOptions } from './kind'
import { messages } from './messages'
import styles from './scale-matrix.module.css'

/** The steps at the end of each row. What the ends mean stands above, and in each end's label for those who listen. */
export function ScaleMatrixQuestion(props: InputProps<ScaleMatrixOptions, RowsTyped>) {
  const { options, text, language } = props
  const words = stepLabels(options, { text })
  const numbers = stepsOf(options).map((step, place) => {
    const shown = stepText(step, options, { text })
    const meaning = (words[place] ?? '').slice(shown.length)
    return { value: String(step), label: meaning === '' ? shown : <End shown={shown} meaning={meaning} /> }
  })
  return (
    <RowsQuestion
      props={props}
      choices={[...numbers, ...(options.dontKnow ? [{ value: dontKnow, label: text(options.dontKnow) }] : [])]}
      chosen={(typed) => {
        const step = stepOf(typed, options, { text })
        return step === undefined ? undefined : String(step)
      }}
      before={
        <p className={styles.ends}>
          {messages[language].ends(String(options.from), text(options.low), String(options.to), text(options.high))}
        </p>
      }
    />
  )
}

function End({ shown, meaning }: { readonly shown: string; readonly meaning: string }) {
  return (
    <>
      {shown}
      <span className="sr-only">{meaning}</span>
    </>
  )
}
