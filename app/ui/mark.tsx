/** The mark: a «b» whose bowl is a seal with an amber centre. In the colour of the text around it. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M7.5 4v20.5" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
      <circle cx="18" cy="19" r="8.5" fill="none" stroke="currentColor" strokeWidth="4" />
      <circle cx="18" cy="19" r="3" fill="var(--bidra-amber)" />
    </svg>
  )
}
