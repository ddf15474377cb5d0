import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Page, type PageProps } from './page'

interface Children {
  readonly children: ReactNode
}

type OfficerLayoutProps = Omit<PageProps, 'wide'> & {
  /** What helps beside the task (below it on a narrow screen); usually an `Aside`. */
  readonly aside?: ReactNode
  /** Over both columns: heading and phases. */
  readonly top?: ReactNode
}

/** The page of officers and signatories: the task, and beside it what helps. */
export function OfficerLayout({ children, crumbs, aside, top }: OfficerLayoutProps) {
  return (
    <Page crumbs={crumbs}>
      {top !== undefined && <div className="stack page-top">{top}</div>}
      {aside === undefined ? (
        <div className="stack loose">{children}</div>
      ) : (
        <div className="columns">
          <div className="stack loose">{children}</div>
          {aside}
        </div>
      )}
    </Page>
  )
}

/** Public pages, and dialogs with a page of their own: one column of 46 rem. */
export const PublicColumn = ({ children, crumbs }: Omit<PageProps, 'wide'>) => (
  <Page crumbs={crumbs}>
    <div className="column stack loose">{children}</div>
  </Page>
)

/** The reviewer's pages: dense and up to 1600 px wide. */
export const WideLayout = ({ children, crumbs }: Omit<PageProps, 'wide'>) => (
  <Page crumbs={crumbs} wide>
    <div className="stack dense">{children}</div>
  </Page>
)

/** Reading beside the document: `1fr 29rem`. */
export const Split = ({ children }: Children) => <div className="split">{children}</div>

interface BoxProps extends Children {
  readonly gap?: 'normal' | 'tight' | 'xtight' | 'loose' | undefined
}

/** One thing below another. */
export const Stack = ({ children, gap = 'normal' }: BoxProps) => (
  <div className={classNames('stack', gap !== 'normal' && gap)}>{children}</div>
)

interface RowProps extends Children {
  readonly gap?: 'normal' | 'tight' | 'spacious' | undefined
  readonly between?: boolean | undefined
  readonly align?: 'center' | 'top' | 'bottom' | undefined
}

/** One thing beside another; wraps. */
export const Row = ({ children, gap = 'normal', between, align = 'center' }: RowProps) => (
  <div className={classNames('row', gap !== 'normal' && gap, between && 'between', align !== 'center' && align)}>
    {children}
  </div>
)

interface CardProps extends Children {
  /** Names the section: the id of its heading. */
  readonly labelledBy?: string | undefined
  readonly id?: string | undefined
  /** No padding: for lists and tables that reach the edges. */
  readonly flush?: boolean | undefined
  readonly tone?: 'plain' | 'soft' | 'danger' | 'warning' | undefined
  readonly gap?: BoxProps['gap']
}

/** A white sheet with a border. A section when it is named. */
export function Card({ children, labelledBy, id, flush, tone = 'plain', gap }: CardProps) {
  const className = classNames(
    'card',
    flush && 'flush',
    tone !== 'plain' && tone,
    gap !== undefined && 'stack',
    gap !== 'normal' && gap,
  )
  return labelledBy === undefined ? (
    <div className={className} id={id}>
      {children}
    </div>
  ) : (
    <section className={className} id={id} aria-labelledby={labelledBy}>
      {children}
    </section>
  )
}

/** The upper edge of a flush card: a heading and what belongs to it at the right. */
export const CardHead = ({ children, ruled = true }: Children & { readonly ruled?: boolean }) => (
  <div className={classNames('card-head', ruled && 'ruled')}>{children}</div>
)

/** The sheet that a form is written on; put the form in it, and the `ActionBar` last in the form. */
export const Sheet = ({ children }: Children) => <div className="sheet">{children}</div>

/** What stands beside the task. `card`: on a sheet of its own. */
export const Aside = ({ children, card, label }: Children & { readonly card?: boolean; readonly label?: string }) => (
  <aside className={classNames('aside', card && 'card')} aria-label={label}>
    {children}
  </aside>
)

export const AsideSection = ({ title, children }: Children & { readonly title?: string }) => (
  <div className="aside-section">
    {title !== undefined && <h2>{title}</h2>}
    {children}
  </div>
)

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: Children) => <div className="field-row">{children}</div>
