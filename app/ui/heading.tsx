import { Heading } from '@navikt/ds-react/Typography'
import type { ReactNode } from 'react'

interface HeadingProps {
  readonly children: ReactNode
  readonly id?: string | undefined
}

/** The heading of the page. It can take focus, so that a change of page is heard (see `useFocusOnNavigation`). */
export const H1 = ({ children, id }: HeadingProps) => (
  <Heading level="1" size="xlarge" id={id} tabIndex={-1}>
    {children}
  </Heading>
)

export const H2 = ({ children, id }: HeadingProps) => (
  <Heading level="2" size="medium" id={id}>
    {children}
  </Heading>
)

export const H3 = ({ children, id }: HeadingProps) => (
  <Heading level="3" size="small" id={id}>
    {children}
  </Heading>
)

/** The sentence under the heading: what is to be done, by whom and by when. */
export const Lead = ({ children }: { readonly children: ReactNode }) => <p className="lead">{children}</p>

/** A quiet line above the heading. */
export const Eyebrow = ({ children }: { readonly children: ReactNode }) => <p className="subtle small">{children}</p>
