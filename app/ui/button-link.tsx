import { Button } from '@navikt/ds-react/Button'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { isElsewhere, type TextLinkProps } from './text-link'

interface ButtonLinkProps extends TextLinkProps {
  readonly variant?: 'primary' | 'secondary' | 'tertiary' | undefined
  readonly size?: 'medium' | 'small' | 'xsmall' | undefined
  readonly icon?: ReactNode
  readonly iconPosition?: 'left' | 'right' | undefined
}

/** A link that looks like a button: the next step, when it is a page. */
export function ButtonLink({
  to,
  children,
  document,
  download,
  lang,
  className,
  variant = 'primary',
  size = 'medium',
  icon,
  iconPosition = 'left',
}: ButtonLinkProps) {
  // Aksel calls whatever is no `button` one; this leads somewhere, and is read out as what it is.
  const shared = { variant, size, icon, iconPosition, className: className ?? '', lang, role: 'link' }
  return document || download || isElsewhere(to) ? (
    <Button as="a" href={to} download={download} {...shared}>
      {children}
    </Button>
  ) : (
    <Button as={Link} to={to} {...shared}>
      {children}
    </Button>
  )
}
