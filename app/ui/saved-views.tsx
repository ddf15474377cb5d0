import { Link } from '@remix-run/react'

interface SavedViewsProps {
  readonly label: string
  readonly views: readonly {
    readonly href: string
    readonly text: string
    readonly count?: number
    readonly current?: boolean
  }[]
}

/** Ready-made filters as tabs: links, with how many each holds. */
export function SavedViews({ label, views }: SavedViewsProps) {
  return (
    <nav aria-label={label}>
      <ul className="saved-views">
        {views.map(({ href, text, count, current }) => (
          <li key={href}>
            <Link to={href} aria-current={current ? 'page' : undefined}>
              {text}
              {count !== undefined && <span className="count num">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
