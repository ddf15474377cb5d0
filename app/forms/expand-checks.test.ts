import { describe, expect, it } from 'vitest'
import { compileForm } from './compile'
import { ask, both, definitionOf, formOf, problemsOf } from './testing/forms'
import { kinds } from './testing/kinds'

const questions = [
  ask('costs', 'number'),
  ask('ages', 'grid', { options: { rows: ['all', 'young'], columns: ['women', 'men'] } }),
]
const check = { id: 'some', holds: 'true', at: ['costs'], text: both('Wrong.') }

describe('each', () => {
  const ages = ['all', 'young'].map((id) => ({ id, as: both(id.toUpperCase()) }))
  const form = formOf(questions, {
    checks: [
      {
        id: 'few$row$sex',
        when: 'a.ages.$row.$sex.hasValue()',
        holds: 'a.ages.$row.$sex.value() < 10',
        at: ['ages.$row.$sex'],
        text: both('$row $sex: {a.ages.$row.$sex | number}'),
        each: { row: ages, sex: [{ id: 'men' }] },
      },
    ],
  })

  it('writes out every combination, words in texts and ids in expressions', () => {
    expect(form.checks.map(({ id, at, text, holds }) => [id, at[0], text.en, holds])).toEqual([
      ['fewallmen', 'ages.all.men', 'ALL men: {a.ages.all.men | number}', 'a.ages.all.men.value() < 10'],
      ['fewyoungmen', 'ages.young.men', 'YOUNG men: {a.ages.young.men | number}', 'a.ages.young.men.value() < 10'],
    ])
  })

  it('takes the longest name first', () => {
    const definition = definitionOf(questions, {
      checks: [
        {
          ...check,
          id: 'x$row$rowTotal',
          text: both('$rowTotal'),
          each: { row: [{ id: 'r' }], rowTotal: [{ id: 't' }] },
        },
      ],
    })
    expect(compileForm(definition, kinds).checks[0]).toMatchObject({ id: 'xrt', text: both('t') })
  })

  it('does not explode', () => {
    const many = Array.from({ length: 101 }, (_, index) => ({ id: `x${index}` }))
    const definition = definitionOf(questions, {
      checks: [{ ...check, id: 'x$one$two', each: { one: many, two: many } }],
    })
    expect(problemsOf(definition)).toEqual([
      { place: 'checks.x$one$two.each', message: expect.stringContaining('10201') },
    ])
  })
})
