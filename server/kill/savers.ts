import { db, transaction } from '~/platform/db.server'
import { startSession } from '~/platform/session.server'
import { builtInForms } from '~/views/testing/worked-case'
import { type Officer, signInOfficers } from '../../bench/officers'
import { Visitor } from '../../e2e/support/visitor'

/** One tab of an officer, in which one question is written over and over. */
export interface Saver {
  readonly caseId: string
  readonly question: string
  /** What the portal has said that it saved, in order. */
  readonly acknowledged: string[]
  /** What was on its way when no answer came: it may have been written, or not. */
  readonly unknown: Set<string>
  /** Saves once; whether it was acknowledged. The same words again until they are. */
  save(): Promise<boolean>
}

const cases = 50
const tabsInEach = 3
const sharedCases = 2
const colleagues = 5
const tabsOfEach = 5

/** 200 tabs: three in each of fifty officers' own cases, and in two further cases five colleagues with five each. */
export async function openTabs(origin: string): Promise<readonly Saver[]> {
  const questions = writableQuestions()
  const officers = await signInOfficers(cases + sharedCases, origin)
  const single = officers
    .slice(0, cases)
    .flatMap((officer) => questions.slice(0, tabsInEach).map((question) => tab(origin, officer, question)))
  const shared: Saver[] = []
  for (const officer of officers.slice(cases)) {
    const all = [officer, ...(await colleaguesOf(officer, colleagues - 1, origin))]
    all.forEach((each, person) => {
      const own = questions.slice(person * tabsOfEach, (person + 1) * tabsOfEach)
      shared.push(...own.map((question) => tab(origin, each, question)))
    })
  }
  return [...single, ...shared]
}

interface Writable {
  readonly id: string
  readonly page: string
}

function writableQuestions(): readonly Writable[] {
  const form = builtInForms().get('po-return')
  if (!form) throw new Error('There is no po-return')
  return [...form.questions.values()]
    .filter(({ kind, value, locked }) => kind === 'text' && value === undefined && !locked)
    .map(({ id }) => ({ id, page: form.pageOf(id).id }))
}

async function colleaguesOf({ caseId }: Officer, count: number, origin: string): Promise<Officer[]> {
  const { organisationId } = await db().case.findUniqueOrThrow({ where: { id: caseId } })
  const found: Officer[] = []
  for (let number = 0; number < count; number++) {
    const person = { name: 'Kaj Kollega', email: `${number}.${caseId}@kommun.example` }
    const memberships = { create: { organisationId, role: 'officer' } } as const
    const { id: userId } = await db().user.create({ data: { ...person, memberships } })
    const request = new Request(origin)
    const cookie = await transaction((tx) => startSession(tx, { userId, method: 'demo', request, now: new Date() }))
    found.push({ userId, caseId, cookie: cookie.split(';')[0] ?? '' })
  }
  return found
}

function tab(origin: string, { caseId, cookie }: Officer, { id: question, page }: Writable): Saver {
  const visitor = new Visitor(origin, cookie.replace('bidra=', ''))
  const acknowledged: string[] = []
  const unknown = new Set<string>()
  let revision = 1
  let next = `${question} 1`
  return {
    caseId,
    question,
    acknowledged,
    unknown,
    async save() {
      const headers = { accept: 'application/json' }
      const fields = { [question]: next, revision: String(revision) }
      const answer = await visitor
        .post(`/arenden/${caseId}/sida/${page}/spara`, fields, { headers })
        .catch(() => undefined)
      if (answer?.status !== 200) {
        unknown.add(next)
        return false
      }
      const saved: unknown = JSON.parse(answer.text)
      if (typeof saved !== 'object' || saved === null || !('revision' in saved)) throw new Error(answer.text)
      revision = Number(saved.revision)
      unknown.delete(next)
      acknowledged.push(next)
      next = `${question} ${acknowledged.length + 1}`
      return true
    },
  }
}

/** What is not as it was acknowledged: in the history, each word of it; in the answers, the last, or what came after it. */
export async function lost(savers: readonly Saver[]): Promise<readonly string[]> {
  const ids = [...new Set(savers.map(({ caseId }) => caseId))]
  const stored = await db().case.findMany({
    where: { id: { in: ids } },
    select: { id: true, draft: true, revision: true, changes: { orderBy: { revision: 'asc' } } },
  })
  const found: string[] = []
  for (const { id, draft, revision, changes } of stored) {
    if (changes.some((change, index) => change.revision !== index + 1) || changes.length !== revision)
      found.push(`${id}: the history has a gap or an end`)
    const written = new Set(changes.map((change) => JSON.stringify(change.changes)).flatMap(entriesOf))
    for (const { question, acknowledged, unknown } of savers.filter(({ caseId }) => caseId === id)) {
      for (const words of acknowledged)
        if (!written.has(`${question}=${words}`)) found.push(`${id}: the history lacks «${words}»`)
      const now = String(Object(draft)[question])
      if (now !== acknowledged.at(-1) && !unknown.has(now)) found.push(`${id}: ${question} is «${now}»`)
    }
  }
  return found
}

function entriesOf(changes: string): readonly string[] {
  const entries: readonly { key: string; after: unknown }[] = JSON.parse(changes)
  return entries.map(({ key, after }) => `${key}=${String(after)}`)
}
