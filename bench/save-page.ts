import { Agent, request } from 'node:http'
import { loadForSave, writeDraft } from '~/cases/answers.store.server'
import { loadCase } from '~/cases/case.store.server'
import { type SavePage, savePage } from '~/cases/save-page.server'
import { kindOf } from '~/kinds/registry.server'
import { workedCase } from '~/views/testing/worked-case'
import { type Benchmark, milliseconds, percentile, perSecond, timed } from './figure'
import { type Officer, signInOfficers } from './officers'

const people = 50
const seconds = 6
/** A page with two tables and what follows from them. */
const pageId = 'clients'

interface Load {
  readonly perSecond: number
  readonly latencies: readonly number[]
}

/** Fifty officers save on fifty cases; the floor is a handler on the same server and database that runs one UPDATE. */
export const savePages: Benchmark = async ({ origin }) => {
  const officers = await signInOfficers(people, origin)
  const agent = new Agent({ keepAlive: true, maxSockets: people })
  const fields = fieldsOfPage()
  const revisions = new Map(officers.map(({ caseId }) => [caseId, 1]))

  const bare = (index: number) => post(agent, `${origin}/bench/bare/${index}`, '', {})
  const save = async (index: number, run: number) => {
    const officer = officers[index]
    if (!officer) throw new RangeError('no such officer')
    const answer = await post(
      agent,
      `${origin}/arenden/${officer.caseId}/sida/${pageId}/spara`,
      bodyOf(fields, run, revisions.get(officer.caseId) ?? 1),
      {
        Cookie: officer.cookie,
        'Content-Type': 'application/x-www-form-urlencoded',
        Accept: 'application/json',
        'Sec-Fetch-Site': 'same-origin',
      },
    )
    const { revision } = JSON.parse(answer)
    revisions.set(officer.caseId, revision)
  }

  await drive(save, 2)
  await drive(bare, 1)
  const floors = [await drive(bare, seconds / 2)]
  const saves = await drive(save, seconds)
  floors.push(await drive(bare, seconds / 2))
  const floor = floors.reduce((sum, each) => sum + each.perSecond, 0) / floors.length
  const ratio = saves.perSecond / floor

  const alone = percentile(await timed(150, 30, (run) => save(0, run + 10_000)), 0.5)
  const aloneBare = percentile(await timed(150, 30, () => bare(0)), 0.5)
  agent.destroy()
  return [
    {
      name: `Saving a page, ${people} officers`,
      value: `${perSecond(saves.perSecond)} = ${ratio.toFixed(2)} of the floor`,
      floor: `bare handler with one UPDATE: ${perSecond(floor)}`,
      goal: '≥ 0.12',
      met: ratio >= 0.12,
      notes: [
        `p50 ${milliseconds(percentile(saves.latencies, 0.5))}, p95 ${milliseconds(percentile(saves.latencies, 0.95))}, p99 ${milliseconds(percentile(saves.latencies, 0.99))} with ${people} at once`,
        `alone: ${milliseconds(alone)} a request; the bare handler ${milliseconds(aloneBare)}`,
        ...(await whereTimeGoes(officers[1], fields)),
      ],
    },
  ]
}

/** Typed fields of the page as a browser would post them, from the worked case. */
function fieldsOfPage(): readonly (readonly [string, string])[] {
  const { form, draft } = workedCase('personligt-ombud/cases/po-return-botkyrka-2020')
  const page = form.pages.find(({ id }) => id === pageId)
  if (!page) throw new Error(`The return has no page «${pageId}»`)
  return page.questions.flatMap((question) => {
    const typed = draft[question.id]
    if (typed === undefined) return []
    const below = kindOf(question.kind)?.fields(question, typed) ?? []
    return below.map(([name, text]) => [name === '' ? question.id : `${question.id}.${name}`, text] as const)
  })
}

/** The page with one number changed, so that every save has something to write. */
function bodyOf(fields: readonly (readonly [string, string])[], run: number, revision: number): string {
  const numeric = fields.findIndex(([, text]) => /^\d+$/.test(text))
  const body = new URLSearchParams(
    fields.map(([name, text], at): [string, string] => [name, at === numeric ? String(run % 1_000) : text]),
  )
  body.set('revision', String(revision))
  return body.toString()
}

/** Everybody at once, each waiting for their answer before the next request, as long as it is told. */
async function drive(work: (index: number, run: number) => Promise<unknown>, duration: number): Promise<Load> {
  const latencies: number[] = []
  const began = performance.now()
  const end = began + duration * 1_000
  await Promise.all(
    Array.from({ length: people }, async (_, index) => {
      for (let run = 0; performance.now() < end; run++) {
        const sent = performance.now()
        await work(index, run)
        latencies.push(performance.now() - sent)
      }
    }),
  )
  return { perSecond: latencies.length / ((performance.now() - began) / 1_000), latencies }
}

function post(agent: Agent, url: string, body: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () =>
          response.statusCode && response.statusCode < 300
            ? resolve(text)
            : reject(new Error(`${response.statusCode} ${url}: ${text.slice(0, 200)}`)),
        )
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}

/** The parts of one save, measured in this process, one after the other. */
async function whereTimeGoes(
  officer: Officer | undefined,
  fields: readonly (readonly [string, string])[],
): Promise<string[]> {
  if (!officer) return []
  const { caseId, userId } = officer
  const posted = nested(fields)
  let { revision } = await loadCase(caseId)
  const first = fields.findIndex(([, text]) => /^\d+$/.test(text))
  const input = (run: number): SavePage => ({
    caseId,
    pageId,
    posted: nested(fields.map(([name, text], at) => [name, at === first ? String(run) : text])),
    revision,
    userId,
    now: new Date(),
    language: 'sv',
  })
  const median = async (work: (run: number) => Promise<unknown>) => percentile(await timed(150, 30, work), 0.5)
  const whole = await median(async (run) => {
    revision = (await savePage(input(run + 20_000))).revision
  })
  const read = await median(() => loadForSave(caseId, revision, userId))
  const { draft } = await loadCase(caseId)
  const write = await median(async (run) => {
    const changes = [{ key: Object.keys(posted)[0] ?? 'x', before: run, after: run + 1 }]
    revision =
      (await writeDraft({ caseId, from: revision, draft, changes, page: pageId, userId, now: new Date() })) ?? revision
  })
  return [
    `the use case alone: ${milliseconds(whole)}, of which reading ${milliseconds(read)}, writing ${milliseconds(write)}, merging and live values ${milliseconds(whole - read - write)}`,
    'the rest of a request is HTTP, session and access',
  ]
}

type Nested = { [key: string]: Nested | string }

/** «a.b.c» → { a: { b: { c } } } */
function nested(fields: readonly (readonly [string, string])[]): Nested {
  const root: Nested = {}
  for (const [name, text] of fields) {
    const path = name.split('.')
    const last = path.pop() ?? ''
    let at = root
    for (const part of path) {
      const below = at[part]
      const next: Nested = typeof below === 'object' ? below : {}
      at[part] = next
      at = next
    }
    at[last] = text
  }
  return root
}
