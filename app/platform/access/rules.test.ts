import { describe, expect, it } from 'vitest'
import { caseStates } from './facts'
import { homeOf } from './home'
import { caseRights, rightsToCase } from './rules.server'
import { type OrganisationKind, type Role, roles, type Who } from './who'

const organisationId = 'municipality'
const agencyId = 'agency'

function whoIs(where: string, kind: OrganisationKind, ...held: Role[]): Who {
  return {
    user: { id: 'u', name: 'N', email: 'n@kommun.example', language: 'sv', operator: false },
    sessionId: 's',
    method: 'demo',
    memberships: held.map((role) => ({ organisationId: where, organisationName: where, organisationKind: kind, role })),
  }
}

const draft = { organisationId, agencyId, state: 'started', mandated: false } as const
const rightsOf = (who: Who, facts: Parameters<typeof rightsToCase>[1] = draft) =>
  caseRights.filter((right) => rightsToCase(who, facts)[right])

describe('rights to a case', () => {
  it.each([
    ['officer', ['read', 'keep', 'write', 'requestSignature']],
    ['signatory', ['read', 'keep']],
    ['viewer', ['read', 'keep']],
    ['administrator', ['read', 'keep', 'administer']],
  ] as const)('%s of the recipient', (role, expected) => {
    expect(rightsOf(whoIs(organisationId, 'municipality', role))).toEqual(expected)
  })

  it('only a mandate gives the right to sign, whatever the role', () => {
    for (const role of ['officer', 'signatory', 'viewer', 'administrator'] as const) {
      const who = whoIs(organisationId, 'municipality', role)
      expect(rightsOf(who)).not.toContain('sign')
      expect(rightsOf(who, { ...draft, mandated: true })).toContain('sign')
    }
    // Somebody who has left the organisation signs nothing, even with a mandate that was forgotten.
    expect(rightsOf(whoIs('elsewhere', 'municipality', 'signatory'), { ...draft, mandated: true })).toEqual([])
  })

  it('the agency sees a case from when it is handed in, and changes nothing in it', () => {
    for (const state of caseStates) {
      const handedIn = !['notOpened', 'started', 'awaitingSignature'].includes(state)
      for (const role of ['reviewer', 'programmeManager'] as const) {
        const who = whoIs(agencyId, 'countyBoard', role)
        expect(rightsOf(who, { ...draft, state })).toEqual(handedIn ? ['read', 'review'] : [])
      }
      expect(rightsOf(whoIs(agencyId, 'countyBoard', 'administrator'), { ...draft, state })).toEqual([])
    }
  })

  it('nobody from another organisation has any right in any state', () => {
    for (const state of caseStates)
      for (const role of roles) {
        expect(rightsOf(whoIs('elsewhere', 'municipality', role), { ...draft, state })).toEqual([])
        expect(rightsOf(whoIs('elsewhere', 'countyBoard', role), { ...draft, state })).toEqual([])
      }
  })
})

describe('the start page', () => {
  it.each([
    ['officer', '/arenden'],
    ['signatory', '/skriv-under'],
    ['reviewer', '/granskning'],
    ['programmeManager', '/granskning'],
    ['administrator', '/organisation'],
    ['viewer', '/arenden'],
  ] as const)('of %s is %s', (role, home) => {
    expect(homeOf(whoIs(organisationId, 'municipality', role))).toBe(home)
  })

  it('of somebody with several roles is where the most work is', () => {
    expect(homeOf(whoIs(organisationId, 'municipality', 'administrator', 'officer'))).toBe('/arenden')
  })

  it('of somebody who belongs nowhere is none', () => {
    expect(homeOf(whoIs(organisationId, 'municipality'))).toBeUndefined()
  })
})
