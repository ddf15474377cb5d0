import { describe, expect, it } from 'vitest'
import { assertAllGuarded } from './assert-all-guarded'
import { guard } from './guard.server'
import { anyone, caseRule } from './rules.server'

const loader = guard(caseRule('read'), async () => null)
const action = guard(anyone, async () => null)

describe('every route is guarded', () => {
  it('reads what each route asks for', () => {
    expect(assertAllGuarded({ a: { id: 'a', module: { loader, action } }, b: { id: 'b', module: {} } })).toEqual([
      { id: 'a', loader: { name: 'case: read', signedIn: true }, action: { name: 'anyone', signedIn: false } },
      { id: 'b' },
    ])
  })

  it('names every loader and action that has been forgotten', () => {
    const routes = {
      a: { id: 'routes/a', module: { loader: async () => null, action } },
      b: { id: 'routes/b', module: { action: Object.assign(async () => null, { access: 'anyone' }) } },
    }
    expect(() => assertAllGuarded(routes)).toThrow('routes/a: loader, routes/b: action')
  })
})
