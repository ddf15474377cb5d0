import { expect, it } from 'vitest'
import { compileForm } from '~/forms/compile'
import { judge } from '~/forms/judge'
import { context, definitionOf, surroundings } from '~/forms/testing/forms'
import { kindOf } from './registry.server'
import { words } from './testing/judged'

const rows = ['first', 'second'].map((id) => ({ id, label: words(id) }))
const columns = [{ id: 'amount', kind: 'money', label: words('Amount') }]
const form = compileForm(
  definitionOf([{ id: 'budget', kind: 'table', label: words('Budget'), options: { columns, fixedRows: rows } }], {
    checks: [
      {
        id: 'hundred',
        holds: 'sum(a.budget.rows.map(r, r.amount)) == 100',
        at: ['budget'],
        text: words('It must be 100.'),
      },
    ],
  }),
  kindOf,
)
const problems = (first: string, second: string) =>
  judge(form, { budget: { first: { amount: first }, second: { amount: second } } }, surroundings, context).issues.map(
    ({ id }) => id,
  )

it('a rule over all fixed rows waits until each of them can be read', () => {
  expect(problems('60', '40')).toEqual([])
  expect(problems('60', '50')).toEqual(['check:hundred'])
  expect(problems('60', '40,5')).toEqual(['budget.second.amount:unreadable'])
})
