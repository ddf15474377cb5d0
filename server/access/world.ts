import { z } from 'zod'
import { attach } from '~/cases/attach.server'
import { loadCase } from '~/cases/case.store.server'
import { askContribution } from '~/cases/contributions/ask.server'
import { addLink } from '~/cases/contributions/contribution.store.server'
import { askablePages } from '~/cases/contributions/list.server'
import { openContribution } from '~/cases/contributions/open.server'
import { openCase } from '~/cases/open.server'
import { requestSignature } from '~/cases/request-signature.server'
import { savePage } from '~/cases/save-page.server'
import { sealSubmission } from '~/cases/seal-submission.server'
import { loadRequest } from '~/cases/signature.store.server'
import { answer, signLast } from '~/cases/testing/botkyrka'
import { db, transaction } from '~/platform/db.server'
import { seedPortal } from '~/reviews/testing/seed'
import { workedCase } from '~/views/testing/worked-case'
import { seedDistricts } from './districts'
import { alone, type KnownPerson, mark, organisations, type Place, seedPeople } from './people'

/** A case that somebody owns, and everything in it that has a number of its own. */
export interface Thing {
  /** «botkyrka sealed» */
  readonly key: string
  readonly owner: Place
  readonly agency: Place
  readonly state: 'draft' | 'asked' | 'sealed'
  readonly caseId: string
  readonly roundId: string
  /** A page of its form, and a text question on it. */
  readonly pageId: string
  readonly question: string
  /** An attached file, and one that has been taken out again. */
  readonly sha256: string
  readonly removedSha256: string
  readonly requestId: string
  readonly conflictId: string
  /** Somebody has been asked for a page of it, and has begun; with the secret of their link. */
  readonly contributionId: string
  readonly secret: string
  readonly mandateId: string
  /** The owner's viewer. */
  readonly userId: string
  readonly seenHash: string
  /** Of a district that has not reported, where the case is its city's. */
  readonly districtCaseId?: string
  /** A letter in the demonstration's inbox, with its attachment. */
  readonly mailId: string
  readonly mailSha256: string
}

export interface World {
  readonly people: ReadonlyMap<string, KnownPerson>
  readonly things: readonly Thing[]
  thing(key: string): Thing
  person(key: string): KnownPerson
}

const forms = {
  draft: { worked: 'personligt-ombud/cases/po-application-botkyrka-2021', page: 'operation', question: 'operation' },
  asked: { worked: 'barn-och-unga/cases/bup-return-botkyrka-2020', page: 'economyComment', question: 'economyComment' },
  sealed: { worked: 'personligt-ombud/cases/po-return-botkyrka-2020', page: 'other', question: 'views' },
} as const

const districtForm = { worked: 'prio/cases/prio-district-return', page: 'publishing', question: 'checkedBy' } as const
const cityForm = { worked: 'prio/cases/prio-city-return', page: 'foreword', question: 'foreword' } as const

/** What stands in a case's answers, in the names and contents of its files, and in the words to its signatory. */
export const secretOf = (owner: Place, state: Thing['state']) => `${owner}hemlig${state}`
/** What only the recipient's own people see. */
export const inner = (owner: Place) => `${owner}internt`

/** The demonstration, and in it one case in each state for two municipalities, and a sealed one in another county. */
export async function seedWorld(now: Date): Promise<World> {
  await seedPortal(now)
  await seedDistricts(now)
  const people = await seedPeople()
  const person = (key: string) => {
    const found = people.get(key)
    if (!found) throw new Error(`There is no ${key}`)
    return found
  }
  const things: Thing[] = []
  for (const owner of ['botkyrka', 'nykvarn'] as const) {
    await markOrganisation(owner)
    for (const state of ['draft', 'asked', 'sealed'] as const) things.push(await makeThing(owner, state, person, now))
  }
  await markOrganisation('knivsta')
  things.push(await makeThing('knivsta', 'sealed', person, now))
  await markOrganisation('tumba')
  await markOrganisation('alby')
  things.push(await makeThing('tumba', 'sealed', person, now, districtForm))
  const alby = await makeThing('alby', 'draft', person, now, districtForm)
  const city = await makeThing('botkyrka', 'draft', person, now, cityForm)
  things.push(alby, { ...city, key: 'botkyrka compiled', districtCaseId: alby.caseId })
  const letter = await db().mail.findFirstOrThrow({ where: { NOT: { attachments: { equals: [] } } } })
  const [attached] = z.array(z.object({ sha256: z.string() })).parse(letter.attachments)
  for (const each of things) Object.assign(each, { mailId: letter.id, mailSha256: attached?.sha256 })
  const thing = (key: string) => {
    const found = things.find((each) => each.key === key)
    if (!found) throw new Error(`There is no ${key}`)
    return found
  }
  return { people, things, thing, person }
}

async function markOrganisation(owner: Place): Promise<void> {
  const contact = { unit: mark(owner), email: `brev@${mark(owner)}.example`, administration: mark(owner) }
  await db().organisation.update({ where: { name: organisations[owner] }, data: { contact } })
}

async function makeThing(
  owner: Place,
  state: Thing['state'],
  person: (key: string) => KnownPerson,
  now: Date,
  { worked, page, question }: { readonly worked: string; readonly page: string; readonly question: string } = forms[
    state
  ],
): Promise<Thing> {
  const { form, draft } = workedCase(worked)
  const officer = person(`${owner} officer`)
  const found = await db().case.findFirstOrThrow({
    where: { organisation: { name: organisations[owner] }, formVersion: { formId: form.definition.id } },
    include: { agency: true },
  })
  const caseId = found.id
  const award = { where: { roundId: found.roundId, organisationId: found.organisationId } }
  // What has been passed on adds up already.
  if (!worked.startsWith('prio'))
    await db().award.updateMany({ ...award, data: { ...workedCase(worked).surroundings.award } })
  await openCase({ caseId, officer, now, language: 'sv' })
  const secret = secretOf(owner, state)
  const by = { caseId, userId: officer.id, now, language: 'sv' } as const
  const file = await attach({ ...by, name: `${secret}.pdf`, bytes: pdfSaying(`${secret} 1`) })
  const removed = await attach({ ...by, name: `${inner(owner)}.pdf`, bytes: pdfSaying(`${inner(owner)} ${state}`) })
  const { draft: prefilled } = await loadCase(caseId)
  const typed = Object.entries(draft).filter(([key]) => !(form.questions.get(key)?.locked && key in prefilled))
  const files = form.questions.has('attachments') ? { attachments: [{ ...file }] } : {}
  await answer(caseId, officer, { ...Object.fromEntries(typed), [question]: secret, ...files }, now)
  const contribution = await askForPage(caseId, page, officer, now)
  const mandate = await mandateOf(owner, person, now)
  const asked = state === 'draft' ? undefined : await ask(caseId, mandate, officer, secret, now)
  if (state === 'sealed' && asked) await seal(asked, mandate.holder, now)
  return {
    key: `${owner} ${state}`,
    owner,
    agency: placeOf(found.agency.name),
    state,
    caseId,
    roundId: found.roundId,
    pageId: page,
    question,
    sha256: file.sha256,
    removedSha256: removed.sha256,
    requestId: asked?.requestId ?? caseId,
    conflictId: state === 'draft' ? await conflict(caseId, page, question, officer.id, now) : caseId,
    ...contribution,
    mandateId: mandate.id,
    userId: person(alone.has(owner) ? `${owner} officer` : `${owner} viewer`).id,
    seenHash: asked?.seenHash ?? '',
    mailId: '',
    mailSha256: '',
  }
}

function placeOf(name: string): Place {
  for (const place of ['stockholm', 'uppsala', 'national', 'botkyrka'] as const)
    if (organisations[place] === name) return place
  throw new Error(`Nobody sends to ${name}`)
}

async function mandateOf(owner: Place, person: (key: string) => KnownPerson, now: Date) {
  const holder = person(alone.has(owner) ? `${owner} officer` : `${owner} signatory`)
  const existing = await db().mandate.findFirst({ where: { holderId: holder.id, revokedAt: null } })
  if (existing) return { id: existing.id, holder }
  const { id: organisationId } = await db().organisation.findUniqueOrThrow({ where: { name: organisations[owner] } })
  const validFrom = new Date(now.getTime() - 24 * 3_600_000)
  const terms = { title: `Chef ${mark(owner)}`, decision: `Beslut ${mark(owner)}`, ownWork: true, validFrom }
  // An earlier one, revoked: only the organisation itself ever sees it.
  const revoked = { ...terms, decision: inner(owner), revokedAt: now }
  await db().mandate.create({ data: { organisationId, holderId: holder.id, ...revoked } })
  const { id } = await db().mandate.create({ data: { organisationId, holderId: holder.id, ...terms } })
  return { id, holder }
}

/** Asks somebody for the first page that holds none of the secrets. */
async function askForPage(caseId: string, secretPage: string, asker: KnownPerson, now: Date) {
  const { pages } = await askablePages(caseId, 'sv', now)
  const page = pages.find(({ id }) => id !== secretPage && id !== 'contact')
  if (!page) throw new Error('There is no page to ask for')
  const deadline = new Date(now.getTime() + 20 * 24 * 3_600_000)
  const whom = { name: 'Eva Ek', email: 'eva.ek@ekonomi.example', message: '' }
  const language = 'sv'
  const request = { caseId, pageId: page.id, questions: [], ...whom, deadline, asker: { id: asker.id, language }, now }
  const contributionId = await askContribution(request)
  await openContribution({ contributionId, now })
  return { contributionId, secret: await transaction((tx) => addLink(tx, contributionId)) }
}

async function ask(caseId: string, mandate: { id: string }, requester: KnownPerson, message: string, now: Date) {
  const requestId = await requestSignature({ caseId, mandateId: mandate.id, message, requester, now })
  return { requestId, seenHash: (await loadRequest(requestId)).pdfHash }
}

async function seal(asked: { requestId: string; seenHash: string }, signatory: KnownPerson, now: Date): Promise<void> {
  await sealSubmission(await signLast({ ...asked, signatory, method: 'demo', now }), now)
}

/** Two saves of the same answer from the same revision: the second waits. */
async function conflict(caseId: string, pageId: string, question: string, userId: string, now: Date): Promise<string> {
  const { revision, draft } = await loadCase(caseId)
  for (const words of [`${draft[question]} ett`, `${draft[question]} två`])
    await savePage({ caseId, pageId, posted: { [question]: words }, revision, userId, now, language: 'sv' })
  const { id } = await db().answerConflict.findFirstOrThrow({ where: { caseId } })
  return id
}

/** A file that is taken for a PDF and holds the words in the clear. */
function pdfSaying(words: string): Uint8Array {
  return new TextEncoder().encode(
    `%PDF-1.7\n%${words}\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  )
}
