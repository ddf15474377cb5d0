import { hasRole, type Who } from '~/platform/access/who'
import { PortalError } from '~/platform/errors'

/**
 * What every change of rights begins with; the route's rule has asked the same.
 * @throws PortalError forbidden for anybody but an administrator of the organisation
 */
export function assertAdministrator(who: Who, organisationId: string): void {
  if (!hasRole(who, organisationId, 'administrator')) throw new PortalError('forbidden')
}
