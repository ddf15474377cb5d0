import { ErrorSummary } from './error-summary'
import { useErrorTitle } from './error-title'

interface PostedErrorsProps {
  /** What has not happened: «Uppgifterna är inte sparade. Rätta det här först» */
  readonly heading: string
  readonly items: readonly { readonly href: string; readonly message: string }[]
}

/** The errors of a post that stayed on its page: the summary takes focus, and the title says «Fel: ». */
export function PostedErrors({ heading, items }: PostedErrorsProps) {
  useErrorTitle(items.length > 0)
  return <ErrorSummary heading={heading} items={items} />
}
