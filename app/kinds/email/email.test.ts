import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { email } from './kind'

it.each([
  ['soc@botkyrka.se', 'soc@botkyrka.se'],
  [' ylva.angsull+po@social.botkyrka.example ', 'ylva.angsull+po@social.botkyrka.example'],
  ['mailto:soc@botkyrka.se', 'soc@botkyrka.se'],
  ['<soc@botkyrka.se>', 'soc@botkyrka.se'],
  ['åsa@grön-ö.se', 'åsa@grön-ö.se'],
])('understands %s', (typed, value) => expect(judged(email, {}, typed)).toBe(value))

it('says what is wrong', () => {
  expect(judged(email, {}, 'soc.botkyrka.se')).toEqual({ '': expect.stringContaining('saknas ett @') })
  expect(judged(email, {}, 'a@b.se, c@d.se')).toEqual({ '': 'Skriv bara en e-postadress.' })
  for (const typed of [
    'soc@botkyrka',
    'soc@@botkyrka.se',
    'so c@botkyrka.se',
    'soc@botkyrka..se',
    '.soc@b.se',
    '@b.se',
  ]) {
    expect(judged(email, {}, typed)).toEqual({ '': expect.stringContaining('Kontrollera e-postadressen') })
  }
})
