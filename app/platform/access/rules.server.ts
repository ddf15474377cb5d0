import { demonstration } from '../demonstration.server'
import { consume } from '../sign-in/rate-limits.server'
import type { CaseFacts, CaseStateName, RequestFacts } from './facts'
import { contributionOfLink, deskAgencies, requestFacts } from './facts.server'
import type { Rule } from './rule'
import { isAgency, type OrganisationKind, type Role, type Who } from './who'

/** Nobody is asked who they are; `who` is there when somebody is signed in. */
export const anyone: Rule<Who | undefined, object> = {
  name: 'anyone',
  signedIn: false,
  find: async () => ({}),
}

/** Whoever is signed in, for what is about themselves. */
export const signedIn: Rule<Who, object> = { name: 'signed in', signedIn: true, find: async () => ({}) }

/** Whoever has the link of a contribution: `:secret` in the address is all that is asked for. Too many wrong ones from one place are slowed down. */
export const contributionLink: Rule<Who | undefined, { contributionId: string }> = {
  name: 'contribution: link',
  signedIn: false,
  find: async ({ params, place }) => {
    const contributionId = await contributionOfLink(params.secret)
    if (contributionId !== undefined) return { contributionId }
    if (!(await consume('guessFromPlace', place))) throw new Response(null, { status: 429 })
    return undefined
  },
}

export const operator: Rule<Who, object> = {
  name: 'operator',
  signedIn: true,
  find: async ({ who }) => (who.user.operator ? {} : undefined),
}

/** Anybody, while the installation is a demonstration; outside it the address does not exist. */
export const demoOnly: Rule<Who | undefined, object> = {
  name: 'demonstration only',
  signedIn: false,
  find: async () => ((await demonstration()) ? {} : undefined),
}

export interface OrganisationAccess {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  /** Every role that the person has there. */
  readonly roles: readonly Role[]
}

/**
 * A member with any of the roles in some organisation. `organisation` is the one that `?organisation=` names, else
 * the first; `organisations` are all where the person has any of the roles.
 */
export function organisationRole(
  ...anyOf: readonly [Role, ...Role[]]
): Rule<Who, { organisation: OrganisationAccess; organisations: readonly OrganisationAccess[] }> {
  return {
    name: `organisation: ${anyOf.join(', ')}`,
    signedIn: true,
    find: async ({ request, who }) => {
      const organisations = organisationsOf(who).filter(({ roles }) => roles.some((role) => anyOf.includes(role)))
      const wanted = new URL(request.url).searchParams.get('organisation')
      const organisation = wanted === null ? organisations[0] : organisations.find(({ id }) => id === wanted)
      return organisation && { organisation, organisations }
    },
  }
}

export interface AgencyAccess {
  readonly agencyId: string
  readonly agencyName: string
  /** May read and handle the agency's submitted cases. */
  readonly review: boolean
  /** May manage rounds, awards and extensions. */
  readonly manage: boolean
}

/**
 * A member of an agency who may review (reviewer, programme manager) or manage (programme manager). Where the address
 * has `:roundId`, only agencies with a desk in that round count.
 */
export function agencyRule(right: 'review' | 'manage'): Rule<Who, { agencies: readonly AgencyAccess[] }> {
  return {
    name: `agency: ${right}`,
    signedIn: true,
    find: async ({ who, params }) => {
      const agencies = organisationsOf(who)
        .filter(({ kind }) => isAgency(kind))
        .map(({ id, name, roles }): AgencyAccess => {
          const manage = roles.includes('programmeManager')
          return { agencyId: id, agencyName: name, manage, review: manage || roles.includes('reviewer') }
        })
        .filter((agency) => agency[right])
      if (agencies.length === 0) return undefined
      if (params.roundId === undefined) return { agencies }
      const desks = await deskAgencies(params.roundId)
      const here = agencies.filter(({ agencyId }) => desks.includes(agencyId))
      return here.length > 0 ? { agencies: here } : undefined
    },
  }
}

/**
 * `read`: what stands in the case · `keep`: what only the recipient's own people see of it (drafts, files that were taken
 * out again, who changed what); the rest as named.
 */
export const caseRights = ['read', 'keep', 'write', 'requestSignature', 'sign', 'administer', 'review'] as const
export type CaseRight = (typeof caseRights)[number]

export interface CaseAccess {
  readonly caseId: string
  readonly roundId: string
  readonly organisationId: string
  readonly agencyId: string
  readonly state: CaseStateName
  /** By role alone; whether the case is locked or closed just now is for the use case to say. */
  readonly rights: Readonly<Record<CaseRight, boolean>>
}

/** The right to the case that the address names by `:caseId` (and, where it has one, in the round of `:roundId`). */
export function caseRule(right: CaseRight): Rule<Who, { caseAccess: CaseAccess }> {
  return {
    name: `case: ${right}`,
    signedIn: true,
    find: async ({ who, params, caseFacts: facts }) => {
      if (!facts || (params.roundId !== undefined && params.roundId !== facts.roundId)) return undefined
      const rights = rightsToCase(who, facts)
      if (!rights[right]) return undefined
      const { caseId, roundId, organisationId, agencyId, state } = facts
      return { caseAccess: { caseId, roundId, organisationId, agencyId, state, rights } }
    },
  }
}

export interface RequestAccess extends RequestFacts {
  /** `sign`: is one of those who were asked; the mandate is judged by the use case, in its transaction. */
  readonly rights: { readonly see: boolean; readonly sign: boolean }
}

/** The right to the signature request that the address names by `:requestId`. */
export function requestRule(right: 'see' | 'sign'): Rule<Who, { requestAccess: RequestAccess }> {
  return {
    name: `request: ${right}`,
    signedIn: true,
    find: async ({ who, params }) => {
      const facts = await requestFacts(params.requestId)
      if (!facts) return undefined
      const rights = mayInRequest(who, facts)
      return rights[right] ? { requestAccess: { ...facts, rights } } : undefined
    },
  }
}

/** What a person may do with a request. Whoever signs for a partner sees that document, and nothing else of the case. */
export function mayInRequest(who: Who, facts: RequestFacts): RequestAccess['rights'] {
  const isMember = (id: string) => who.memberships.some(({ organisationId }) => organisationId === id)
  const own = isMember(facts.organisationId)
  const partner = facts.partners.some((each) => each.userId === who.user.id && isMember(each.organisationId))
  return { see: own || partner, sign: partner || (own && facts.signatoryIds.includes(who.user.id)) }
}

const reviewing: readonly Role[] = ['reviewer', 'programmeManager', 'officer']
const handedIn: readonly CaseStateName[] = ['submitted', 'underReview', 'approved', 'closed']

/** Rights follow from memberships alone; `sign` also needs a valid mandate. Exported for the test that tabulates them. */
export function rightsToCase(
  who: Who,
  facts: Pick<CaseFacts, 'organisationId' | 'agencyId' | 'state' | 'mandated'>,
): Record<CaseRight, boolean> {
  const own = who.memberships.filter((m) => m.organisationId === facts.organisationId).map((m) => m.role)
  const agency = who.memberships.filter((m) => m.organisationId === facts.agencyId).map((m) => m.role)
  // Where a city has passed money on it stands in the agency's place, and its officers read.
  const reviews = handedIn.includes(facts.state) && agency.some((role) => reviewing.includes(role))
  return {
    read: own.length > 0 || reviews,
    keep: own.length > 0,
    write: own.includes('officer'),
    requestSignature: own.includes('officer'),
    sign: own.length > 0 && facts.mandated,
    administer: own.includes('administrator'),
    review: reviews,
  }
}

/** The person's organisations, each with all roles there, in the order of the memberships. */
export function organisationsOf(who: Who): readonly OrganisationAccess[] {
  const byId = new Map<string, OrganisationAccess>()
  for (const { organisationId: id, organisationName: name, organisationKind: kind, role } of who.memberships) {
    byId.set(id, { id, name, kind, roles: [...(byId.get(id)?.roles ?? []), role] })
  }
  return [...byId.values()]
}
