import type { OrganisationAccess } from '~/platform/access/rules.server'

/** An address of the organisation's pages; names the organisation where the person has several to choose from. */
export function organisationHref(
  path: string,
  organisation: OrganisationAccess,
  organisations: readonly OrganisationAccess[],
  query: Readonly<Record<string, string>> = {},
): string {
  const all = new URLSearchParams({ ...(organisations.length > 1 && { organisation: organisation.id }), ...query })
  return `${path}${all.size > 0 ? `?${all}` : ''}`
}
