import { ErrorSummary as AkselErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { useEffect, useRef } from 'react'

interface ErrorSummaryProps {
  /** «En sak behöver rättas på den här sidan» */
  readonly heading: string
  /** `href` leads to the first field at fault: `#<name>`, or another page with the fragment. */
  readonly items: readonly { readonly href: string; readonly message: string }[]
  /** Takes focus when it appears: after a failed save, not on a plain visit. */
  readonly focus?: boolean | undefined
}

/** The errors of a page, each a link. Renders nothing when there are none. */
export function ErrorSummary({ heading, items, focus = true }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const what = items.map(({ message }) => message).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus again when the errors are others than before
  useEffect(() => {
    if (focus) box.current?.focus()
  }, [what, focus])
  if (items.length === 0) return null
  return (
    <AkselErrorSummary ref={box} heading={heading}>
      {items.map(({ href, message }) => (
        <AkselErrorSummary.Item key={`${href} ${message}`} href={href}>
          {message}
        </AkselErrorSummary.Item>
      ))}
    </AkselErrorSummary>
  )
}
