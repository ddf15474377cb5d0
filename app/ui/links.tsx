import { Button } from '@navikt/ds-react/Button'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export { Button }

interface TextLinkProps {
  readonly to: string
  readonly children: ReactNode
  /** For files and other addresses that are no pages of the portal. */
  readonly document?: boolean | undefined
  readonly download?: boolean | undefined
  readonly lang?: string | undefined
  readonly className?: string | undefined
}

const isFile = (to: string) => /^[a-z]+:|^#/.test(to)

/** A link in text. */
export function TextLink({ to, children, document, download, lang, className }: TextLinkProps) {
  const classes = classNames('aksel-link', className)
  return document || download || isFile(to) ? (
    <a href={to} className={classes} download={download} lang={lang}>
      {children}
    </a>
  ) : (
    <Link to={to} className={classes} lang={lang}>
      {children}
    </Link>
  )
}

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
  const shared = { variant, size, icon, iconPosition, className: className ?? '', lang }
  return document || download || isFile(to) ? (
    <Button as="a" href={to} download={download} {...shared}>
      {children}
    </Button>
  ) : (
    <Button as={Link} to={to} {...shared}>
      {children}
    </Button>
  )
}
