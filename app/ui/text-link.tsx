import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface TextLinkProps {
  readonly to: string
  readonly children: ReactNode
  /** For files and other addresses that are no pages of the portal. */
  readonly document?: boolean | undefined
  readonly download?: boolean | undefined
  readonly lang?: string | undefined
  readonly className?: string | undefined
}

/** Whether an address is none of the portal's pages: a mail address, another site, a place on this page. */
export const isElsewhere = (to: string) => /^[a-z]+:|^#/.test(to)

/** A link in text. */
export function TextLink({ to, children, document, download, lang, className }: TextLinkProps) {
  const classes = classNames('aksel-link', className)
  return document || download || isElsewhere(to) ? (
    <a href={to} className={classes} download={download} lang={lang}>
      {children}
    </a>
  ) : (
    <Link to={to} className={classes} lang={lang}>
      {children}
    </Link>
  )
}
