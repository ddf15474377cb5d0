import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { postcode } from './kind'

it.each(['147 85', '14785', 'SE-147 85', 's–14785', '147\u00a085'])('understands %s', (typed) =>
  expect(judged(postcode, {}, typed)).toBe('147 85'),
)

it.each(['1478', '147 855', '04785', 'Tumba', '147 85 Tumba'])('refuses %s', (typed) =>
  expect(judged(postcode, {}, typed)).toEqual({
    '': 'Ett postnummer har fem siffror, till exempel 147 85. Kontrollera numret.',
  }),
)
