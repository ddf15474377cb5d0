import { useTranslation } from 'react-i18next'

const id = 'textfiler'

/**
 * Put after the page: says to the browser which namespaces the page has used, so that it fetches those before it takes
 * the page over. React renders in order, so by now react-i18next has noted them all.
 */
export function UsedNamespaces({ nonce }: { readonly nonce: string }) {
  const { i18n } = useTranslation()
  const used = i18n.reportNamespaces?.getUsedNamespaces() ?? []
  return (
    <script
      id={id}
      type="application/json"
      nonce={nonce}
      suppressHydrationWarning
      // Names of files of ours, letters only.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in a script element must not be escaped as text
      dangerouslySetInnerHTML={{ __html: JSON.stringify(used) }}
    />
  )
}

/** What `UsedNamespaces` wrote into the page; none when the page broke before it. */
export function readUsedNamespaces(page: Document): readonly string[] {
  const written: unknown = JSON.parse(page.getElementById(id)?.textContent || '[]')
  return Array.isArray(written) ? written.filter((name): name is string => typeof name === 'string') : []
}
