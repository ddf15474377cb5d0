import type { PageStateName } from './page-state'

interface SegmentsProps {
  /** One per page, in the order of the form. */
  readonly states: readonly PageStateName[]
  /** What the row says in words: «6 av 10 sidor klara, 1 behöver rättas». */
  readonly label: string
}

/** How far a form has come, a segment per page. */
export function Segments({ states, label }: SegmentsProps) {
  return (
    <div className="segments" role="img" aria-label={label}>
      {states.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages keep their place
        <i key={index} className={state} />
      ))}
    </div>
  )
}
