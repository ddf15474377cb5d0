import { beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '~/grants/demo/load-demo.server'
import { publishProgrammes } from '~/grants/publish.server'
import { importRegister } from '~/grants/register/import-register.server'
import { assertAllGuarded, type GuardedRoute } from '~/platform/access/assert-all-guarded'
import { addUser, post, signInAs, visit } from '~/platform/access/testing/world'
import { db } from '~/platform/db.server'
import { env } from '~/platform/env.server'

/** Every route × everybody: own and other organisation, signed out and signed in. Nothing may leak. */

const modules = import.meta.glob<Record<string, unknown>>('./**/*.tsx', { eager: true })
const routes = Object.entries(modules)
  .map(([file, module]) => ({ file, module, id: file.replace(/^\.\/|\/route\.tsx$|\.tsx$/g, '') }))
  .filter(({ file, id }) => !id.includes('/') && (file.endsWith('/route.tsx') || !file.slice(2).includes('/')))

const people = {
  nobody: 'signed out',
  officer: 'ylva.angsull@botkyrka.example',
  signatory: 'kim.korallrot@botkyrka.example',
  administrator: 'alva.aspticka@botkyrka.example',
  viewer: 'vide.vattenklover@botkyrka.example',
  otherOfficer: 'nils.notvacka@nykvarn.example',
  otherAdministrator: 'gun.gullviva@nykvarn.example',
  reviewer: 'asp.alkarr@lansstyrelsen-stockholm.example',
  programmeManager: 'lo.lavskrika@lansstyrelsen-stockholm.example',
  otherReviewer: 'una.ugglemossa@lansstyrelsen-uppsala.example',
  otherProgrammeManager: 'pil.parluggla@socialstyrelsen.example',
  operator: 'orre.ormbunke@bidra.example',
  loner: 'belongs to no organisation',
} as const
const everybody: readonly string[] = Object.keys(people)

const recipients = ['officer', 'signatory', 'administrator', 'viewer'] as const
const signedInPeople = everybody.filter((person) => person !== 'nobody')
const members = signedInPeople.filter((person) => person !== 'loner' && person !== 'operator')

/** Who may come in by each rule, where the address names Botkyrka's case in Stockholm's round. Said once more here, on purpose. */
const allowed: Readonly<Record<string, { draft: readonly string[]; submitted?: readonly string[] }>> = {
  anyone: { draft: everybody },
  'demonstration only': { draft: everybody },
  'signed in': { draft: signedInPeople },
  operator: { draft: ['operator'] },
  'case: read': { draft: recipients, submitted: [...recipients, 'reviewer', 'programmeManager'] },
  'case: write': { draft: ['officer'] },
  'case: requestSignature': { draft: ['officer'] },
  'case: administer': { draft: ['administrator'] },
  'case: sign': { draft: ['signatory'] },
  'case: review': { draft: [], submitted: ['reviewer', 'programmeManager'] },
  'request: see': { draft: recipients },
  'request: sign': { draft: ['signatory'] },
  'organisation: administrator': { draft: ['administrator', 'otherAdministrator'] },
  'organisation: officer, signatory, viewer, administrator, reviewer, programmeManager': { draft: members },
  'organisation: officer, viewer, administrator': {
    draft: ['officer', 'viewer', 'administrator', 'otherOfficer', 'otherAdministrator'],
  },
  'organisation: officer, signatory, viewer, administrator': {
    draft: [...recipients, 'otherOfficer', 'otherAdministrator'],
  },
  'agency: review': { draft: ['reviewer', 'programmeManager', 'otherReviewer', 'otherProgrammeManager'] },
  'agency: manage': { draft: ['programmeManager', 'otherProgrammeManager'] },
}

/** Where the handler itself looks closer, e.g. at whose member `:userId` is: only these of those whom the rule lets in. */
const narrower: Readonly<Record<string, readonly string[]>> = {
  'arenden_.$caseId_.historik': recipients,
  'organisation_.personer_.$userId': ['administrator'],
  'organisation_.personer_.$userId_.fullmakt': ['administrator'],
  'organisation_.personer_.$userId_.ta-bort': ['administrator'],
  // There is no identity provider here.
  'logga-in_.oidc': [],
  'logga-in_.oidc_.svar': [],
}

/** Uppsala has a desk in the same rounds; Socialstyrelsen has not. */
const withoutDesk = ['otherProgrammeManager']

const cookies = new Map<string, string>()
/** What the parts of an address stand for: things of Botkyrka's. The rest is «x», which is nothing. */
let known: Record<string, string>
let caseId: string

beforeAll(async () => {
  Object.assign(env(), { BIDRA_DEMO: true })
  const now = new Date()
  await importRegister()
  await publishProgrammes(now)
  await loadDemo(now)
  const loner = await addUser({}, { email: people.loner })
  for (const [person, email] of Object.entries(people)) {
    if (person === 'nobody') continue
    const user = person === 'loner' ? loner : await db().user.findUniqueOrThrow({ where: { email } })
    cookies.set(person, await signInAs(user.id))
  }
  const theCase = await db().case.findFirstOrThrow({
    where: { organisation: { name: 'Botkyrka kommun' }, agency: { name: 'Länsstyrelsen Stockholm' } },
  })
  const who = (email: string) => db().user.findUniqueOrThrow({ where: { email } })
  const request = await db().signatureRequest.create({
    data: {
      caseId: theCase.id,
      revision: 0,
      record: '{}',
      recordHash: 'h',
      pdfHash: 'p',
      requesterId: (await who(people.officer)).id,
      signatoryId: (await who(people.signatory)).id,
      requestedAt: now,
    },
  })
  caseId = theCase.id
  known = {
    caseId: theCase.id,
    roundId: theCase.roundId,
    requestId: request.id,
    userId: (await who(people.officer)).id,
  }
})

/** `in`: the handler ran, whatever it answered · `login`: sent to the sign-in · `hidden`: as if there were nothing */
async function attempt(
  id: string,
  handler: unknown,
  person: string,
  method: 'GET' | 'POST',
): Promise<'in' | 'login' | 'hidden'> {
  if (typeof handler !== 'function') throw new Error('no handler')
  const cookie = cookies.get(person)
  const params = Object.fromEntries(
    [...id.matchAll(/\$([A-Za-z0-9]*)/g)].map(([, name = '']) => [name || '*', known[name] ?? 'x']),
  )
  const request = method === 'GET' ? visit('/x', cookie) : post('/x', {}, cookie)
  try {
    await handler({ request, params, context: {} })
  } catch (thrown) {
    // A fault or a refusal by a use case: the guard has let them in.
    if (!(thrown instanceof Response)) return 'in'
    if (thrown.headers.get('location')?.startsWith('/logga-in?nasta')) return 'login'
    if (thrown.status === 404 && (await thrown.text()) === '') return 'hidden'
  }
  return 'in'
}

/** Parts of an address that name something which does not exist here: its handler may say so, with the same 404. */
const namesNothing = /\$(sha256|mailId|token|format|pageId)|handling|^\$$/

function expected(rule: string, id: string, person: string, state: 'draft' | 'submitted'): boolean {
  const table = allowed[rule]
  if (!table) throw new Error(`The rule «${rule}» of ${id} is new: say here who may come in by it`)
  const inside = (state === 'submitted' && table.submitted) || table.draft
  if (rule.startsWith('agency:') && id.includes('$roundId') && withoutDesk.includes(person)) return false
  return inside.includes(person)
}

const guarded = new Map<string, GuardedRoute>(
  assertAllGuarded(Object.fromEntries(routes.map(({ id, module }) => [id, { id, module }]))).map((route) => [
    route.id,
    route,
  ]),
)

describe.each(['draft', 'submitted'] as const)('every route × everybody, the case being a %s', (state) => {
  beforeAll(async () => {
    await db().case.update({
      where: { id: caseId },
      data: { state: state === 'draft' ? 'started' : 'submitted', submittedAt: state === 'draft' ? null : new Date() },
    })
  })

  it.each(routes.filter(({ module }) => module.loader))('GET $id', async ({ id, module }) => {
    const { name = '', signedIn } = guarded.get(id)?.loader ?? {}
    for (const person of everybody) {
      const outcome = await attempt(id, module.loader, person, 'GET')
      const closer = narrower[id]?.includes(person) ?? true
      if (expected(name, id, person, state) && closer) {
        expect([person, outcome]).not.toEqual([person, 'login'])
        if (!namesNothing.test(id)) expect([person, outcome]).toEqual([person, 'in'])
      } else expect([person, outcome]).toEqual([person, person === 'nobody' && signedIn ? 'login' : 'hidden'])
    }
  })

  // Those who may post would change something; what is tested is that nobody else can.
  it.each(routes.filter(({ module }) => module.action))('POST $id', async ({ id, module }) => {
    const { name = '', signedIn } = guarded.get(id)?.action ?? {}
    for (const person of everybody) {
      if (expected(name, id, person, state)) continue
      const outcome = await attempt(id, module.action, person, 'POST')
      expect([person, outcome]).toEqual([person, person === 'nobody' && signedIn ? 'login' : 'hidden'])
    }
  })
})

it('outside a demonstration, its pages do not exist', async () => {
  Object.assign(env(), { BIDRA_DEMO: false })
  const demo = routes.filter(({ id }) => guarded.get(id)?.loader?.name === 'demonstration only')
  expect(demo.map(({ id }) => id)).toContain('demo')
  for (const { id, module } of demo) {
    for (const person of everybody) {
      expect(await attempt(id, module.loader, person, 'GET')).toBe('hidden')
      if (module.action) expect(await attempt(id, module.action, person, 'POST')).toBe('hidden')
    }
  }
  Object.assign(env(), { BIDRA_DEMO: true })
})
