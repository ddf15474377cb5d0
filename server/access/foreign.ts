import { expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { freePort, startPortalProcess } from '../../e2e/support/portal-process'
import { type Answer, Visitor } from '../../e2e/support/visitor'
import { digest, restore } from './database'
import { expectations } from './expectations'
import { nobody, organisations, people } from './people'
import { asData } from './routes'
import { readable } from './secrets'
import { eachOf, type Meeting } from './set-up'
import { stage } from './stage'
import { secretOf } from './world'

/** What somebody could try who knows other people's numbers, or makes up their own. */

test('whoever may know something does find it: the search for leaks is not blind', async () => {
  const { caseId, roundId, requestId } = stage.world.thing('botkyrka sealed')
  const review = `/granskning/${roundId}/arende/${caseId}`
  const found: readonly [string, readonly string[]][] = [
    [
      'botkyrka viewer',
      [`/arenden/${caseId}/historik`, `/arenden/${caseId}/lasversion.pdf`, `/arenden/${caseId}/handling.pdf`],
    ],
    ['botkyrka signatory', [`/skriv-under/${requestId}/handling.pdf`, `/skriv-under/${requestId}`]],
    ['stockholm reviewer', [review, `${review}.data`, `${review}/handling.pdf`, `${review}/svar.json`]],
    [
      'stockholm programmeManager',
      ['csv', 'xlsx', 'json', 'zip'].map((format) => `/granskning/${roundId}/export/${format}`),
    ],
  ]
  for (const [key, paths] of found)
    for (const path of paths) {
      const answer = await stage.visitor(stage.world.person(key)).get(path)
      expect([path, answer.status, readable(answer).includes(secretOf('botkyrka', 'sealed'))]).toEqual([
        path,
        200,
        true,
      ])
    }
})

/** Each route and state of a thing once, with somebody who has the right. */
function firstWith(right: 'get' | 'post'): readonly Meeting[] {
  const first = new Map<string, Meeting>()
  for (const meeting of stage.everywhere()) {
    const { route, thing, person } = meeting
    const key = `${route.id} ${thing.state}`
    if (!first.has(key) && expectations[route.id]?.[right]?.(person, thing)) first.set(key, meeting)
  }
  return [...first.values()]
}

/** Every attempt is turned away, and leaves everything as it was. */
async function nothingCameOf(attempts: Readonly<Record<string, () => Promise<Answer>>>): Promise<void> {
  for (const [what, attempt] of Object.entries(attempts)) {
    const before = await digest()
    const answer = await attempt()
    expect([what, answer.status < 500]).toEqual([what, true])
    expect([what, (await digest()) === before]).toEqual([what, true])
  }
}

test('a right to something of one’s own does nothing to what others have, by its number', async () => {
  const [theirs, sealed] = [stage.world.thing('botkyrka asked'), stage.world.thing('botkyrka sealed')]
  const [asked, draft] = [stage.world.thing('nykvarn asked'), stage.world.thing('nykvarn draft')]
  const as = (key: string) => stage.visitor(stage.world.person(key))
  const [nils, gun] = [as('nykvarn officer'), as('nykvarn administrator')]
  const organisation = await db().organisation.findUniqueOrThrow({ where: { name: organisations.botkyrka } })
  const session = await db().session.findFirstOrThrow({ where: { userId: theirs.userId } })
  const day = { dag: '2099-12-31' }
  await nothingCameOf({
    'unlocking their request': () =>
      nils.post(`/arenden/${asked.caseId}/underskrift`, { intent: 'unlock', request: theirs.requestId }),
    'asking by their mandate': () => nils.post(`/arenden/${draft.caseId}/underskrift`, { mandate: theirs.mandateId }),
    'choosing in their conflict': () =>
      nils.post(`/arenden/${draft.caseId}/krock`, {
        conflict: stage.world.thing('botkyrka draft').conflictId,
        choice: 'waiting',
      }),
    'revoking their mandate': () => gun.post(`/organisation/personer/${asked.userId}`, { mandate: theirs.mandateId }),
    'a mandate for their person': () =>
      gun.post(`/organisation/personer/${theirs.userId}/fullmakt`, {
        title: 'Chef',
        decision: 'Ingen',
        validFrom: '2020-01-01',
      }),
    'their details': () => gun.post(`/organisation?organisation=${organisation.id}`, { town: 'Ingenstans' }),
    'ending their session': () => nils.post('/mina-inloggningar', { session: session.id }),
    'more time for another county': () =>
      as('stockholm programmeManager').post(`/omgangar/${sealed.roundId}`, {
        gor: 'extension',
        arende: stage.world.thing('knivsta sealed').caseId,
        ...day,
      }),
    'moving a deadline that is not theirs alone': () =>
      as('stockholm programmeManager').post(`/omgangar/${sealed.roundId}`, { gor: 'deadline', ...day }),
  })
  const opened = [
    nils.get(`/arenden/${draft.caseId}/filer/${sealed.sha256}`),
    nils.get(`/arenden/${stage.world.thing('nykvarn sealed').caseId}/filer/${sealed.sha256}`),
    as('stockholm reviewer').get(
      `/granskning/${sealed.roundId}/arende/${stage.world.thing('nykvarn sealed').caseId}/filer/${sealed.sha256}`,
    ),
    as('stockholm reviewer').get(`/granskning/${sealed.roundId}/arende/${sealed.caseId}/filer/${sealed.removedSha256}`),
    as('stockholm reviewer').get(`/granskning/${theirs.roundId}/arende/${sealed.caseId}`),
    as('stockholm reviewer').get(`/granskning/${draft.roundId}/arende/${sealed.caseId}/handling.pdf`),
    gun.get(`/organisation/personer?organisation=${organisation.id}`),
  ]
  expect((await Promise.all(opened)).map(({ status }) => status)).toEqual(opened.map(() => 404))
})

test('a text that looks like somebody’s file is no file', async () => {
  const { sha256 } = stage.world.thing('botkyrka sealed')
  const { caseId, roundId } = stage.world.thing('nykvarn sealed')
  await db().case.update({ where: { id: caseId }, data: { state: 'started' } })
  const nils = stage.visitor(stage.world.person('nykvarn officer'))
  const file = { name: 'x.pdf', type: 'application/pdf', size: '1', sha256 }
  const unfolded = Object.fromEntries(Object.entries(file).map(([key, value]) => [`attachments[0].${key}`, value]))
  for (const fields of [unfolded, { attachments: `file:${JSON.stringify({ ...file, size: 1 })}` }])
    for (const path of ['', '/spara'])
      await nils.post(`/arenden/${caseId}/sida/economy${path}`, { 'asked:attachments': '1', revision: '3', ...fields })
  const { draft } = await db().case.findUniqueOrThrow({ where: { id: caseId } })
  expect(JSON.stringify(draft)).not.toContain(sha256)
  expect(await db().attachment.count({ where: { caseId, sha256 } })).toBe(0)
  await restore()
  expect(
    (await stage.visitor(stage.world.person('stockholm reviewer')).get(`/granskning/${roundId}/arende/${caseId}`))
      .status,
  ).toBe(200)
})

test('a post from another site is refused, whoever is signed in', async () => {
  const foreign: readonly Readonly<Record<string, string>>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  const before = await digest()
  const wrong: unknown[] = []
  await eachOf(firstWith('post'), async ({ route, thing, address, person }) => {
    const { fields, query = '' } = expectations[route.id] ?? {}
    for (const headers of foreign)
      for (const path of [`${address}${query}`, `${asData(address)}${query}`]) {
        if (path.includes('.data') && !route.page) continue
        const { status } = await stage.visitor(person).post(path, fields?.(thing), { headers })
        if (status !== 403) wrong.push([path, headers, status])
      }
  })
  expect(wrong).toEqual([])
  expect(await digest()).toBe(before)
})

test('an autosave whose session is over is told so in data, so that the page keeps what was typed', async () => {
  const { caseId, pageId, question } = stage.world.thing('botkyrka draft')
  const path = `/arenden/${caseId}/sida/${pageId}/spara`
  const answer = await stage
    .visitor(nobody)
    .post(path, { [question]: 'ord' }, { headers: { accept: 'application/json' } })
  expect([answer.status, JSON.parse(answer.text)]).toEqual([401, { error: 'unauthenticated', details: {} }])
})

test('numbers and words that are none lead nowhere, and break nothing', async () => {
  const rubbish = ['x', '1e99', '00000000-0000-7000-8000-000000000000', "'; DROP TABLE", '\u0000', '../..']
  const wrong: unknown[] = []
  for (const [method, right] of [
    ['GET', 'get'],
    ['POST', 'post'],
  ] as const)
    await eachOf(firstWith(right), async ({ route, thing, address, person }) => {
      const { fields, query = '' } = expectations[route.id] ?? {}
      for (const word of rubbish) {
        const coded = encodeURIComponent(word)
        const path = `/${route.path.replace(/:[A-Za-z0-9]+/g, coded)}?fore=${coded}&page=${coded}&sida=${coded}&sort=${coded}`
        const spoilt = Object.keys(fields?.(thing) ?? {}).filter((name) => name !== 'accept')
        const { status } =
          method === 'GET'
            ? await stage.visitor(person).get(path)
            : await stage
                .visitor(person)
                .post(`${address}${query}`, Object.fromEntries(spoilt.map((name) => [name, word])))
        if (status >= 500) wrong.push([method, route.id, thing.key, person.key, word, status])
      }
    })
  await restore()
  expect(wrong).toEqual([])
}, 300_000)

test('outside a demonstration, its pages do not exist', async () => {
  const real = await startPortalProcess({ port: await freePort(), env: { BIDRA_DEMO: 'off' } })
  try {
    const { id } = await db().user.findFirstOrThrow({ where: { demo: true } })
    for (const person of people) {
      const visitor = new Visitor(real.origin, stage.world.people.get(person.key)?.session)
      const { mailId, mailSha256 } = stage.world.thing('botkyrka sealed')
      for (const path of [
        '/demo',
        '/demo.data',
        '/demo/post',
        `/demo/post/${mailId}`,
        `/demo/post/${mailId}/${mailSha256}`,
      ])
        expect([path, (await visitor.get(path)).status]).toEqual([path, 404])
      expect((await visitor.post('/demo', { person: id })).status).toBe(404)
      expect((await visitor.get('/hjalp')).text).not.toContain('"/demo')
    }
    expect(real.said()).not.toContain('/demo')
  } finally {
    await real.end('SIGTERM')
  }
})
