/** `near`: a week or less; `past`: the last day is over. */
export type DeadlineTone = 'calm' | 'near' | 'past'

interface DateBlockProps {
  /** «15» */
  readonly day: string
  /** «januari» */
  readonly month: string
  /** «7 dagar kvar» */
  readonly left?: string | undefined
  readonly tone?: DeadlineTone | undefined
}

/** The last day at the edge of a case card. */
export function DateBlock({ day, month, left, tone = 'calm' }: DateBlockProps) {
  return (
    <div className={`date-block ${tone}`}>
      <b className="num">{day}</b>
      <span>{month}</span>
      {left !== undefined && <span className="left">{left}</span>}
    </div>
  )
}
