import { expect, it } from 'vitest'
import { contextIn, judged, questionOf, words } from '../testing/judged'
import { yesNoList } from './kind'

const options = {
  rows: [
    { id: 'municipality', label: words('kommunen') },
    { id: 'company', label: words('aktiebolag') },
  ],
  atLeastOne: words('Ange minst en utförare.'),
}

it('reads one answer per row', () => {
  expect(judged(yesNoList, options, { municipality: 'yes', company: 'nej' })).toEqual({
    municipality: true,
    company: false,
  })
})

it('names each row that is missing', () => {
  expect(judged(yesNoList, options, { company: 'no' })).toEqual({ municipality: 'Välj Ja eller Nej för kommunen.' })
  const question = questionOf(yesNoList, options)
  expect(yesNoList.partial(question, { company: 'no', municipality: '?' }, contextIn('sv'))).toEqual({ company: false })
})

it('wants one yes where the form says so', () => {
  const none = { municipality: 'no', company: 'no' }
  expect(judged(yesNoList, options, none)).toEqual({ municipality: 'Ange minst en utförare.' })
  expect(judged(yesNoList, { rows: options.rows }, none)).toEqual({ municipality: false, company: false })
})
