import { afterAll, expect, test } from 'vitest'
import type { Answer } from '../../e2e/support/visitor'
import { changed, digest, restore } from './database'
import { type Expectation, expectations } from './expectations'
import { type Outcome, outcomeOf } from './outcome'
import { mark, nobody, type Person, people } from './people'
import { asData, type BuiltRoute } from './routes'
import { leaks } from './secrets'
import { eachOf } from './set-up'
import { stage } from './stage'
import type { Thing } from './world'

/** Every route of the built portal × everybody × own and other organisations' things, over HTTP. Nothing may leak. */

const asked = { get: 0, data: 0, post: 0 }

afterAll(() => {
  const requests = Object.values(asked).reduce((sum, count) => sum + count)
  process.stdout.write(
    `Access: ${stage?.routes.length} routes × ${people.length} people × own and other things: ${requests} requests ${JSON.stringify(asked)}\n`,
  )
})

function expected(method: 'GET' | 'POST', expectation: Expectation, person: Person, thing: Thing): Outcome {
  const rule = method === 'GET' ? expectation.get : expectation.post
  if (rule?.(person, thing)) return expectation.missing?.(thing, method) ? 'as if there were nothing' : 'in'
  return person === nobody && !expectation.noSignIn ? 'sent to the sign-in' : 'as if there were nothing'
}

/** Page and data of a route come from the same loaders: whoever is refused everywhere sees the page that says so once. */
function firstRefusal(): (route: BuiltRoute, person: Person) => boolean {
  const seen = new Set<string>()
  return (route, person) => {
    const key = `${route.id} ${person.key}`
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  }
}

/** What somebody is told that they must not know. Whoever has the link of a contribution is told who asks, and where they work. */
const leaksOf = ({ path }: BuiltRoute, { owner }: Thing, answer: Answer, person: Person): readonly string[] =>
  leaks(stage.world, answer, person).filter((words) => !path.startsWith('underlag/') || words !== mark(owner))

test('every route of the build has its expectation, and none has been left behind', () => {
  expect(stage.routes.map(({ id }) => id).sort()).toEqual(Object.keys(expectations).sort())
  for (const { id, loads, acts } of stage.routes)
    expect([id, expectations[id]?.get !== undefined, expectations[id]?.post !== undefined]).toEqual([id, loads, acts])
})

test('reading: who is let in, who is sent to the sign-in, and for whom there is nothing', async () => {
  const wrong: unknown[] = []
  const first = firstRefusal()
  await eachOf(stage.everywhere(), async ({ route, thing, address, person }) => {
    const expectation = expectations[route.id]
    if (!route.loads || !expectation) return
    const right = expected('GET', expectation, person, thing)
    const query = expectation.query ?? ''
    const answers: Answer[] = []
    if (route.page) {
      answers.push(await stage.visitor(person).get(`${asData(address)}${query}`))
      asked.data += 1
    }
    if (!route.page || right === 'in' || first(route, person)) {
      answers.push(await stage.visitor(person).get(`${address}${query}`))
      asked.get += 1
    }
    for (const answer of answers) {
      const outcome = outcomeOf(answer)
      // The demonstration's inbox shows everybody all mail: that is what it is for.
      const leaked = route.path.startsWith('demo') ? [] : leaksOf(route, thing, answer, person)
      if (outcome !== right || leaked.length > 0)
        wrong.push([route.id, thing.key, person.key, { right, outcome, status: answer.status, leaked }])
    }
  })
  expect(wrong).toEqual([])
}, 600_000)

test('writing: a post by anybody else is turned away, and changes nothing', async () => {
  const wrong: unknown[] = []
  const first = firstRefusal()
  for (const route of stage.routes.filter(({ acts }) => acts)) {
    const expectation = expectations[route.id]
    if (!expectation) continue
    const before = await digest()
    await eachOf(
      stage.everywhere().filter((each) => each.route === route),
      async ({ thing, address, person }) => {
        const right = expected('POST', expectation, person, thing)
        if (right === 'in') return
        const paths = route.page ? [asData(address)] : [address]
        if (route.page && first(route, person)) paths.push(address)
        for (const path of paths) {
          const answer = await stage
            .visitor(person)
            .post(`${path}${expectation.query ?? ''}`, expectation.fields?.(thing))
          asked.post += 1
          const leaked = leaksOf(route, thing, answer, person)
          if (outcomeOf(answer) !== right || leaked.length > 0)
            wrong.push([
              route.id,
              thing.key,
              person.key,
              { right, outcome: outcomeOf(answer), status: answer.status, leaked },
            ])
        }
      },
    )
    if ((await digest()) !== before) wrong.push([route.id, 'something has changed'])
  }
  expect(wrong).toEqual([])
}, 600_000)

test('writing: whoever has the right is let in by the same post', async () => {
  const wrong: unknown[] = []
  // What a post has changed is put back: each begins from the same.
  const before = await digest()
  const posts = stage.everywhere().filter(({ route }) => route.acts)
  for (const { route, thing, address, person } of posts) {
    const expectation = expectations[route.id]
    if (!expectation || expected('POST', expectation, person, thing) !== 'in') continue
    const answer = await stage.visitor(person).post(`${address}${expectation.query ?? ''}`, expectation.fields?.(thing))
    asked.post += 1
    const leaked = leaksOf(route, thing, answer, person)
    if (outcomeOf(answer) !== 'in' || leaked.length > 0)
      wrong.push([route.id, thing.key, person.key, { outcome: outcomeOf(answer), status: answer.status, leaked }])
    await restore(changed(before, await digest()))
  }
  expect(wrong).toEqual([])
}, 600_000)
