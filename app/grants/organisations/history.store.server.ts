import { z } from 'zod'
import type { Role } from '~/platform/access/who'
import { roles } from '~/platform/access/who'
import { db } from '~/platform/db.server'

/** One change of rights or details in an organisation, from the audit log. */
export interface OrganisationEvent {
  readonly seq: number
  readonly at: Date
  /** `member.invite`, `mandate.give` …: the words are `account:history.<action>`. */
  readonly action: string
  readonly actorName?: string
  /** Whom it was about. */
  readonly userName?: string
  readonly rolesAfter?: readonly Role[]
}

const details = z.object({
  user: z.string().optional().catch(undefined),
  mandate: z.string().optional().catch(undefined),
  roles: z.array(z.enum(roles)).optional().catch(undefined),
  after: z.array(z.enum(roles)).optional().catch(undefined),
})

/** The latest changes of rights and details in the organisation, latest first. */
export async function organisationHistory(organisationId: string, most: number): Promise<readonly OrganisationEvent[]> {
  const events = await db().auditEvent.findMany({
    where: { entity: `organisation:${organisationId}` },
    orderBy: { seq: 'desc' },
    take: most,
  })
  const read = events.map((event) => ({ event, about: details.parse(event.details) }))
  const mandates = await db().mandate.findMany({
    where: { id: { in: read.flatMap(({ about }) => about.mandate ?? []) } },
    select: { id: true, holderId: true },
  })
  const holders = new Map(mandates.map(({ id, holderId }) => [id, holderId]))
  const about = read.map(({ event, about }) => ({
    event,
    userId: about.user ?? (about.mandate && holders.get(about.mandate)),
    rolesAfter: about.after ?? about.roles,
  }))
  const ids = about.flatMap(({ event, userId }) => [event.actor, userId].filter((id) => isUserId(id)))
  const users = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(users.map(({ id, name }) => [id, name]))
  return about.map(({ event, userId, rolesAfter }) => {
    const actorName = names.get(event.actor)
    const userName = userId && names.get(userId)
    return {
      seq: Number(event.seq),
      at: event.at,
      action: event.action,
      ...(actorName && { actorName }),
      ...(userName && { userName }),
      ...(rolesAfter && { rolesAfter }),
    }
  })
}

function isUserId(id: string | undefined): id is string {
  return z.uuid().safeParse(id).success
}
