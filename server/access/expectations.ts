import type { Fields } from '../../e2e/support/visitor'
import { alone, type Person } from './people'
import type { Thing } from './world'

/** Who may come in, where the address names this thing (or something of its owner's). */
type Rule = (person: Person, thing: Thing) => boolean

/** What a route promises. Written once more here, on purpose: from the rules as people know them, not from the code. */
export interface Expectation {
  readonly get?: Rule
  readonly post?: Rule
  /** What is posted: it would change something for those who may. */
  readonly fields?: (thing: Thing) => Fields
  readonly query?: string
  /** A right that leads nowhere, because there is no such thing (a document of what is not handed in). */
  readonly missing?: (thing: Thing, method: 'GET' | 'POST') => boolean
  /** Nobody is sent to the sign-in, because no signing in would help. */
  readonly noSignIn?: true
}

const everybody: Rule = () => true
const noOne: Rule = () => false
const signedIn: Rule = ({ key }) => key !== 'nobody'
const belongs: Rule = ({ place }) => place !== undefined
const own: Rule = ({ place }, { owner }) => place === owner
const ownAs =
  (role: Person['role']): Rule =>
  (person, thing) =>
    own(person, thing) && person.role === role
const officer = ownAs('officer')
const administrator = ownAs('administrator')
const anyAs =
  (...roles: Person['role'][]): Rule =>
  ({ role }) =>
    role !== undefined && roles.includes(role)
const agencyPeople = anyAs('reviewer', 'programmeManager')
/** The agency that the case was sent to, from when it was. */
const reviewer: Rule = (person, { agency, state }) => person.place === agency && state === 'sealed' && reads(person)
/** At an agency; at a city, which has districts, its officers. */
const reads = ({ role }: Person) => role === 'reviewer' || role === 'programmeManager' || role === 'officer'
const reader: Rule = (person, thing) => own(person, thing) || reviewer(person, thing)
const recipients = anyAs('officer', 'signatory', 'viewer')
const recipient: Rule = (person, thing) =>
  recipients(person, thing) || person.key === 'botkyrka administrator' || person.key === 'nykvarn administrator'
/** An agency's people where their agency has a desk: both county boards in two of the rounds, the national one in the third. */
const desk: Rule = ({ place }, { agency }) =>
  agency === 'national' ? place === 'national' : place === 'stockholm' || place === 'uppsala'
const deskPeople: Rule = (person, thing) => agencyPeople(person, thing) && desk(person, thing)
const deskManager: Rule = (person, thing) => person.role === 'programmeManager' && desk(person, thing)
/** Who was asked. */
const asked: Rule = (person, thing) =>
  alone.has(thing.owner) ? officer(person, thing) : ownAs('signatory')(person, thing)

const notAsked = ({ state }: Thing) => state === 'draft'
/** The districts' form has no question for files: theirs are no part of what they handed in. */
const asksForNoFiles = ({ owner }: Thing) => owner === 'tumba' || owner === 'alby'
const notSealed = ({ state }: Thing) => state !== 'sealed'
/** A city whose award is passed on. */
const notPassedOn = ({ districtCaseId }: Thing) => districtCaseId === undefined
const cityAdministrator: Rule = ({ place, role }) =>
  role === 'administrator' && (place === 'botkyrka' || place === 'nykvarn')
const pub = { get: everybody } as const
const pubWithPost = { get: everybody, post: everybody } as const

/** Every route of the portal, by its id in the build. A route that is not here fails the test. */
export const expectations: Readonly<Record<string, Expectation>> = {
  'routes/_index': pub,
  'routes/$': { get: noOne, post: noOne, noSignIn: true },
  'routes/hjalp': pub,
  'routes/tillganglighet': pub,
  'routes/personuppgifter': pub,
  'routes/driftstatus': pub,
  'routes/kontrollera': { get: everybody, post: everybody },
  'routes/kontrollera_.certifikat[.]pem': pub,
  'routes/installningar': { get: everybody, post: everybody, fields: () => ({ tema: 'dark' }) },
  'routes/logga-in': { get: everybody, post: everybody, fields: () => ({ email: 'nobody' }) },
  'routes/logga-in_.lank.$token': { get: everybody, post: everybody },
  // There is no identity provider here.
  'routes/logga-in_.oidc': { get: noOne, noSignIn: true },
  'routes/logga-in_.oidc_.svar': { get: noOne, noSignIn: true },
  'routes/logga-ut': { get: everybody, post: everybody },
  'routes/mina-inloggningar': { get: signedIn, post: signedIn, fields: () => ({ session: 'others' }) },
  // The demonstration's own pages: for everybody, in a demonstration alone (a test of its own). Nobody becomes a person
  // who is not of the demonstration.
  'routes/demo': {
    get: everybody,
    post: everybody,
    fields: ({ userId }) => ({ person: userId }),
    missing: (_thing, method) => method === 'POST',
    noSignIn: true,
  },
  'routes/demo_.post': pub,
  'routes/demo_.post_.$mailId': pub,
  'routes/demo_.post_.$mailId_.$sha256': pub,

  'routes/arenden': { get: recipient },
  'routes/arenden_.kalender[.]ics': { get: recipient },
  'routes/arenden_.$caseId_.kalender[.]ics': { get: own },
  'routes/arenden_.$caseId': { get: reader, post: officer },
  'routes/arenden_.$caseId_.blankett[.]pdf': { get: own },
  'routes/arenden_.$caseId_.lasversion[.]pdf': { get: own },
  'routes/arenden_.$caseId_.handling[.]pdf': { get: reader, missing: notSealed },
  'routes/arenden_.$caseId_.kvittens': { get: reader },
  // Nobody here has handed anything in before.
  'routes/arenden_.$caseId_.forra-aret': { get: own, missing: () => true },
  'routes/arenden_.$caseId_.historik': {
    get: own,
    post: officer,
    fields: ({ question }) => ({ revision: '2', key: question }),
  },
  'routes/arenden_.$caseId_.granska': { get: reader, post: officer, fields: () => ({ 'explain:nothing': 'ord' }) },
  'routes/arenden_.$caseId_.krock': {
    get: officer,
    post: officer,
    fields: ({ conflictId }) => ({ conflict: conflictId, choice: 'waiting', sida: 'x' }),
  },
  'routes/arenden_.$caseId_.underskrift': {
    get: officer,
    post: officer,
    fields: ({ state, requestId, mandateId }) =>
      state === 'asked' ? { intent: 'unlock', request: requestId } : { mandate: mandateId },
  },
  'routes/arenden_.$caseId_.sida.$pageId': {
    get: officer,
    post: officer,
    fields: ({ question }) => ({ [question]: 'inkräktat', revision: '99' }),
  },
  'routes/arenden_.$caseId_.sida.$pageId_.spara': {
    post: officer,
    fields: ({ question }) => ({ [question]: 'inkräktat', revision: '99' }),
  },
  // No table is called that. What is handed in leads to where it is shown.
  'routes/arenden_.$caseId_.sida.$pageId_.tabell.$questionId': {
    get: officer,
    post: officer,
    fields: () => ({ text: 'Rubrik\tRubrik' }),
    missing: notAsked,
  },
  'routes/arenden_.$caseId_.sida.$pageId_.tabell.$questionId_.hamta[.]xlsx': { get: officer, missing: notAsked },
  'routes/arenden_.$caseId_.underlag': {
    get: officer,
    post: officer,
    fields: ({ contributionId }) => ({ underlag: contributionId }),
  },
  'routes/arenden_.$caseId_.underlag_.ny': {
    get: officer,
    post: officer,
    fields: () => ({ name: 'In Kräktare', email: 'in@kraktare.example', deadline: '2099-12-31', questions: 'alla' }),
    // No page is named.
    missing: (thing, method) => method === 'POST' && notAsked(thing),
  },
  'routes/arenden_.$caseId_.underlag_.$contributionId': {
    get: officer,
    post: officer,
    fields: () => ({ gor: 'aterkalla' }),
  },
  // The link is all that it takes, signed in or not.
  'routes/underlag.$secret': pubWithPost,
  'routes/underlag.$secret_.fyll-i': pubWithPost,
  'routes/underlag.$secret_.spara': { post: everybody },
  'routes/arenden_.$caseId_.filer.$sha256': { get: own },
  'routes/arenden_.$caseId_.filer.$sha256_.ta-bort': {
    get: officer,
    post: officer,
    query: '?fraga=attachments',
    missing: (thing) => notSealed(thing) || asksForNoFiles(thing),
  },

  'routes/skriv-under': { get: signedIn },
  'routes/skriv-under_.$requestId': {
    get: own,
    post: asked,
    missing: notAsked,
    fields: ({ seenHash }) => ({ accept: 'on', seenHash }),
  },
  'routes/skriv-under_.$requestId_.avboj': {
    get: asked,
    post: asked,
    missing: notAsked,
    fields: () => ({ reason: 'Inte så' }),
  },
  'routes/skriv-under_.$requestId_.handling[.]pdf': { get: own, missing: notAsked },
  'routes/skriv-under_.$requestId_.filer.$sha256': {
    get: own,
    // Of the forms here, only that of what is sealed asks for files.
    missing: (thing) => notSealed(thing) || asksForNoFiles(thing),
  },

  'routes/granskning': { get: agencyPeople },
  'routes/granskning_.$roundId': { get: deskPeople },
  'routes/granskning_.$roundId_.export.$format': { get: deskPeople },
  'routes/granskning_.$roundId_.arende.$caseId': { get: reviewer, post: reviewer, fields: () => ({ dnr: '1-2-3' }) },
  'routes/granskning_.$roundId_.arende.$caseId_.handling[.]pdf': { get: reviewer },
  'routes/granskning_.$roundId_.arende.$caseId_.svar[.]json': { get: reviewer },
  'routes/granskning_.$roundId_.arende.$caseId_.filer.$sha256': { get: reviewer, missing: asksForNoFiles },
  'routes/omgangar': { get: anyAs('programmeManager') },
  'routes/omgangar_.$roundId': {
    get: deskManager,
    post: deskManager,
    fields: ({ caseId }) => ({ gor: 'extension', arende: caseId, dag: '2099-12-31' }),
  },
  'routes/omgangar_.$roundId_.bjud-in': {
    get: deskManager,
    post: deskManager,
    fields: () => ({ mottagare: 'list', lista: 'Salem', antal: '1' }),
  },
  'routes/omgangar_.$roundId_.belopp': {
    get: deskManager,
    post: deskManager,
    fields: () => ({ perUnit: '1' }),
    // Only the form of the draft counts awards by anything, and no agency is named.
    missing: ({ state }, method) => state !== 'draft' || method === 'POST',
  },
  'routes/omgangar_.$roundId_.tilldelning': {
    get: deskManager,
    post: deskManager,
    fields: () => ({ text: 'Kommun;Belopp\nBotkyrka;1' }),
  },
  'routes/omgangar_.ny': {
    get: anyAs('programmeManager'),
    post: anyAs('programmeManager'),
    fields: () => ({ blankett: 'finns-inte' }),
    missing: (_thing, method) => method === 'POST',
  },

  'routes/fordelning.$caseId': {
    get: own,
    post: officer,
    missing: notPassedOn,
    fields: ({ districtCaseId = '' }) => ({ gor: 'forklara', stadsdel: districtCaseId, forklaring: 'Inkräktat' }),
  },
  'routes/fordelning.$caseId_.belopp': {
    get: officer,
    post: officer,
    missing: notPassedOn,
    fields: () => ({ gor: 'las', lista: 'Tumba;1' }),
  },
  'routes/organisation_.stadsdelar': {
    get: cityAdministrator,
    post: cityAdministrator,
    fields: () => ({ name: 'Ny', shortName: 'Ny', personName: 'Ny', email: 'ny@kommun.example' }),
  },
  'routes/organisation': { get: belongs, post: anyAs('administrator'), fields: () => ({ town: 'Ingenstans' }) },
  'routes/organisation_.personer': { get: belongs },
  'routes/organisation_.personer_.bjud-in': {
    get: anyAs('administrator'),
    post: anyAs('administrator'),
    fields: () => ({ email: 'ny@kommun.example', name: 'Ny', roles: 'viewer' }),
  },
  'routes/organisation_.personer_.$userId': {
    get: administrator,
    post: administrator,
    fields: () => ({ roles: 'administrator' }),
  },
  'routes/organisation_.personer_.$userId_.fullmakt': {
    get: administrator,
    post: administrator,
    fields: () => ({ title: 'Chef', decision: 'Ingen', validFrom: '2020-01-01' }),
  },
  'routes/organisation_.personer_.$userId_.ta-bort': { get: administrator, post: administrator },
}
