import { createInstance } from 'i18next'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { describe, expect, it } from 'vitest'
import texts from '../../locales/sv/common.json'
import { Checkbox } from './checkbox'
import { Checkboxes } from './checkboxes'
import { FileInput } from './file-input'
import { MoneyInput } from './money-input'
import { Radios } from './radios'
import { SelectInput } from './select-input'
import { TextArea } from './text-area'
import { TextInput } from './text-input'

const i18n = createInstance()
void i18n.use(initReactI18next).init({ lng: 'sv', resources: { sv: { common: texts } }, initAsync: false })

const html = (element: ReactElement) =>
  renderToStaticMarkup(<I18nextProvider i18n={i18n}>{element}</I18nextProvider>).replaceAll('&#x27;', "'")

const all = (source: string, pattern: RegExp) => [...source.matchAll(pattern)].map((match) => match[1] ?? '')

const common = { name: 'a.b', label: 'Fråga', help: 'Hjälp', errors: ['Skriv ett svar.'] }
const options = [
  { value: 'ja', label: 'Ja', help: 'Utan förbehåll' },
  { value: 'nej', label: 'Nej' },
]

const fields: [string, ReactElement][] = [
  ['TextInput', <TextInput key="1" {...common} unit="heltider" defaultValue="2,80" />],
  ['MoneyInput', <MoneyInput key="2" {...common} />],
  ['TextArea', <TextArea key="3" {...common} maxLength={1000} />],
  ['SelectInput', <SelectInput key="4" {...common} options={[{ value: '1', label: 'Ett' }]} empty="Välj" />],
  ['Radios', <Radios key="5" {...common} options={options} defaultValue="nej" />],
  ['Checkboxes', <Checkboxes key="6" {...common} options={options} defaultValue={['ja', 'nej']} />],
  ['Checkbox', <Checkbox key="7" {...common} />],
  ['FileInput', <FileInput key="8" {...common} multiple />],
]

describe.each(fields)('%s', (_name, element) => {
  const written = html(element)
  const ids = all(written, / id="([^"]+)"/g)

  it('posts under its own name without script', () => {
    expect(new Set(all(written, / name="([^"]+)"/g))).toEqual(new Set(['a.b']))
  })

  it('has the id that an error’s link leads to, once, on a control', () => {
    expect(ids.filter((id) => id === 'a.b')).toHaveLength(1)
    expect(written).toMatch(/<(input|textarea|select)[^>]* id="a\.b"/)
  })

  it('labels every control', () => {
    const controls = all(written, /<(?:input|textarea|select)[^>]* id="([^"]+)"/g)
    expect(all(written, / for="([^"]+)"/g).sort()).toEqual(controls.sort())
  })

  it('is described only by what is there, the error among it', () => {
    const references = all(written, / aria-describedby="([^"]+)"/g).flatMap((list) => list.split(' '))
    expect(references.filter((id) => !ids.includes(id))).toEqual([])
    expect(references).toContain('a.b-fel')
  })
})

it('keeps what was chosen', () => {
  expect(html(<Radios {...common} options={options} defaultValue="nej" />)).toMatch(
    /checked=""[^>]* value="nej"|value="nej"[^>]* checked=""/,
  )
  expect(html(<SelectInput {...common} options={[{ value: '1', label: 'Ett' }]} defaultValue="1" />)).toMatch(
    /<option[^>]* selected=""/,
  )
})

it('says that a question may be left out', () => {
  expect(html(<TextInput name="a" label="Kommentar" optional />)).toContain('(frivilligt)')
})

it('counts what is left, and what is too much', () => {
  expect(html(<TextArea name="a" label="A" maxLength={1000} defaultValue={'x'.repeat(92)} />)).toContain(
    '908 tecken kvar',
  )
  expect(html(<TextArea name="a" label="A" maxLength={10} defaultValue="12345678901" />)).toContain(
    '1 tecken för mycket',
  )
})
