import { describe, expect, it } from 'vitest'
import { contextIn, judged, questionOf } from '../testing/judged'
import { period } from './kind'

describe('a period', () => {
  it.each([
    [{ from: '2021-01-01', to: '31/3 2021' }],
    ['2021-01-01 – 2021-03-31'],
    ['1 jan 2021 till 31 mars 2021'],
    ['2021-01-01 - 2021-03-31'],
    ['2021-01-01 t.o.m. 2021-03-31'],
  ])('is read from %j', (posted) => {
    expect(judged(period, {}, posted)).toEqual({ from: '2021-01-01', to: '2021-03-31' })
  })

  it('says which day is missing, wrong, or before the first', () => {
    expect(judged(period, {}, { from: '2021-01-01' })).toEqual({
      to: 'Skriv sista dagen, till exempel 2021-03-31.',
    })
    expect(judged(period, {}, { from: 'snart', to: '2021-02-30' })).toEqual({
      from: expect.stringContaining('år, månad och dag'),
      to: expect.stringContaining('finns inte i kalendern'),
    })
    expect(judged(period, {}, { from: '2021-02-01', to: '2021-01-01' })).toEqual({
      to: 'Sista dagen är före första dagen, 1\u00a0februari 2021. Ändra en av dem.',
    })
  })

  it('may be open', () => {
    expect(judged(period, { open: true }, { from: '2021-01-01' })).toEqual({ from: '2021-01-01' })
    const display = period.display(questionOf(period, { open: true }), { from: '2021-01-01' }, contextIn('sv'))
    expect(display).toMatchObject({ text: 'Från och med 1\u00a0januari 2021' })
  })

  it('shows the good day of a bad period to expressions', () => {
    expect(period.partial(questionOf(period, {}), { from: '1/2 2021', to: 'x' }, contextIn('sv'))).toEqual({
      from: '2021-02-01',
    })
  })
})
