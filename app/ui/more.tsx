import { ChevronRightIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'

interface MoreProps {
  readonly title: ReactNode
  readonly open?: boolean | undefined
  readonly children: ReactNode
}

/** An explanation that opens: native `details`, so that it opens without script too. */
export function More({ title, open, children }: MoreProps) {
  return (
    <details className="more" open={open}>
      <summary>
        <ChevronRightIcon aria-hidden />
        {title}
      </summary>
      <div>{children}</div>
    </details>
  )
}
