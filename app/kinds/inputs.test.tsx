import { createInstance } from 'i18next'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { describe, expect, it, vi } from 'vitest'
import type { Json } from '~/forms/json'
import { languages } from '~/forms/text'
import en from '../../locales/en/common.json'
import sv from '../../locales/sv/common.json'
import type { InputIssue } from './contract'
import { inputs } from './inputs'
import { allKinds } from './registry.server'
import { controlsOf, postOf, tagsOf, unfolded } from './testing/html'
import { contextIn, questionOf, words } from './testing/judged'
import { samples } from './testing/samples'

// Links of the router want a router around them; here they are links.
vi.mock('@remix-run/react', () => ({
  Link: ({ to, children, className }: { to: string; children: ReactNode; className?: string }) => (
    <a href={to} className={className}>
      {children}
    </a>
  ),
}))

const cases = allKinds.flatMap((kind) => {
  const Input = inputs[kind.name]
  if (!Input) return []
  return (samples[kind.name] ?? []).map((options, place) => ({
    name: `${kind.name} ${place + 1}`,
    kind,
    options,
    Input,
  }))
})

it('has an input for every kind, and no other', () => {
  const names = allKinds.map(({ name }) => name)
  const forgotten = names.filter((name) => !inputs[name])
  expect(forgotten, 'Add the input of the kind to inputs in app/kinds/inputs.ts.').toEqual([])
  const strange = Object.keys(inputs).filter((name) => !names.includes(name))
  expect(strange, 'There is no such kind in allKinds: see app/kinds/inputs.ts.').toEqual([])
})

describe.each(languages)('in %s', (language) => {
  const i18n = createInstance()
  i18n
    .use(initReactI18next)
    .init({ lng: language, defaultNS: 'common', resources: { sv: { common: sv }, en: { common: en } } })
  const context = contextIn(language)

  describe.each(cases)('$name', ({ kind, options, Input }) => {
    const question = questionOf(kind, options)
    const schema = kind.schema(question, context)
    const example = kind.example(question, context)
    const typed = schema.encode(example)

    const render = (answer: Json | undefined, issues: readonly InputIssue[] = []) =>
      renderToStaticMarkup(
        <I18nextProvider i18n={i18n}>
          <Input
            name="q"
            hidden={new Set()}
            label="Frågan"
            help="Hjälpen"
            optional
            options={question.options}
            language={language}
            typed={answer}
            issues={issues}
            previous={kind.display(question, example, context)}
            previousYear={2019}
            text={context.text}
            suggestions={['Botkyrka', 'Salem']}
            inputOf={(kind) => inputs[kind]}
            files={{ href: ({ sha256 }) => `/filer/${sha256}`, removeHref: ({ sha256 }) => `/bort/${sha256}` }}
          />
        </I18nextProvider>,
      )
    const states = [
      ['empty', render(undefined)],
      ['filled in', render(typed)],
      ['at fault', render(typed, [{ path: [], message: 'Det här är fel.' }])],
    ] as const

    it.each(states)('labels every field when %s, and no id twice', (_state, html) => {
      const tags = tagsOf(html)
      const ids = tags.map(({ attributes }) => attributes.id).filter((id) => id !== undefined)
      expect(new Set(ids).size).toBe(ids.length)
      const labelled = new Set(tags.filter(({ name }) => name === 'label').map(({ attributes }) => attributes.for))
      const controls = controlsOf(tags).filter(({ attributes }) => attributes.type !== 'hidden')
      expect(controls.length).toBeGreaterThan(0)
      for (const { attributes } of controls) {
        expect(attributes.name).toMatch(/^q(\.|$)/)
        const by = attributes['aria-labelledby']?.split(' ') ?? []
        expect(by.length > 0 ? by.every((id) => ids.includes(id)) : labelled.has(attributes.id)).toBe(true)
        for (const id of attributes['aria-describedby']?.split(' ') ?? []) expect(ids).toContain(id)
      }
      expect(html).toContain('Frågan')
      expect(html).toContain('Hjälpen')
      expect(html).not.toMatch(/undefined|NaN|\[object/)
    })

    it('posts what was typed, without script', () => {
      if (kind.merge === 'append') return
      const tags = tagsOf(render(typed))
      const post = postOf(tags).map(([name, text]) => [name.slice(2), text] as const)
      expect(kind.read(unfolded(post), question)).toEqual(typed)
      const names = new Set(controlsOf(tags).map(({ attributes }) => attributes.name))
      for (const [path] of kind.fields(question, typed)) expect(names).toContain(path === '' ? 'q' : `q.${path}`)
    })

    it('shows every issue once, at a place that a link reaches', () => {
      const paths = [[], ...kind.fields(question, typed).map(([path]) => path.split('.').filter(Boolean))]
      for (const path of paths) {
        // Boxes and radios are reached by their group.
        if (kind.name === 'choices' && path[0] === 'chosen') continue
        if (kind.name === 'row-choice' && path.length > 0) continue
        const html = render(typed, [{ path, message: 'Det här är fel.' }])
        expect(html.split('Det här är fel.')).toHaveLength(2)
        const ids = tagsOf(html).map(({ attributes }) => attributes.id)
        expect(ids).toContain(['q', ...path].join('.'))
      }
    })

    it('shows last year', () => {
      expect(render(undefined)).toMatch(/2019/)
    })
  })
})

describe('a count table', () => {
  const kind = allKinds.find(({ name }) => name === 'count-table')
  const Input = inputs['count-table']
  if (!kind || !Input) throw new Error('no count table')
  const options = samples['count-table']?.[0]
  const question = questionOf(kind, options)
  const render = (typed: Json, issues: readonly InputIssue[]) =>
    tagsOf(
      renderToStaticMarkup(
        <Input
          name="q"
          hidden={new Set()}
          label="Klienter"
          optional={false}
          options={question.options}
          language="sv"
          typed={typed}
          issues={issues}
          text={contextIn('sv').text}
          suggestions={[]}
        />,
      ),
    )
  const wrong = (tags: ReturnType<typeof tagsOf>) =>
    controlsOf(tags)
      .filter(({ attributes }) => 'aria-invalid' in attributes)
      .map(({ attributes }) => attributes.name)

  it('marks the whole column whose sum does not agree', () => {
    const typed = { total: { women: '83', men: '5' }, a18: { women: '80', men: '5' }, a30: { women: '4', men: '0' } }
    const issues = [{ path: ['total', 'women'], message: 'Kvinnornas åldrar blir 84.' }]
    expect(wrong(render(typed, issues))).toEqual(['q.total.women', 'q.a18.women', 'q.a30.women'])
  })

  it('marks one cell where that cell is the fault', () => {
    const typed = { total: { women: 'x' } }
    expect(wrong(render(typed, [{ path: ['total', 'women'], message: 'Skriv ett heltal.' }]))).toEqual([
      'q.total.women',
    ])
    const several = [
      { path: ['total', 'women'], message: 'Fler nya än alla.' },
      { path: ['a18', 'men'], message: '' },
    ]
    expect(wrong(render(typed, several))).toEqual(['q.total.women', 'q.a18.men'])
  })

  it('says in words what tick and cross mean', () => {
    const typed = { total: { women: '84', men: '6' }, a18: { women: '80', men: '5' }, a30: { women: '4', men: '0' } }
    const texts = render(typed, []).map(({ text }) => text)
    expect(texts).toContain('84, stämmer med totalen')
    expect(texts).toContain('5, stämmer inte med totalen 6')
  })
})

describe('a table within a row', () => {
  const cost = { id: 'cost', kind: 'money', label: words('Kostnad'), sum: true }
  const note = (id: string) => ({ id, kind: 'text', label: words(id), optional: true })
  const areas = (...columns: object[]) => ({
    rowLabel: words('Område'),
    columns: [
      { id: 'area', kind: 'text', label: words('Område') },
      { ...cost, optional: true },
      { id: 'inner', kind: 'table', label: words('Aktiviteter'), options: { columns } },
    ],
  })
  const area = (...costs: string[]) => ({
    area: 'Stöd',
    cost: '',
    inner: Object.fromEntries(costs.map((text, at) => [`r${at + 1}`, { _at: at + 1, cost: text }])),
  })
  const i18n = createInstance()
  i18n.use(initReactI18next).init({ lng: 'sv', defaultNS: 'common', resources: { sv: { common: sv } } })
  const kind = allKinds.find(({ name }) => name === 'table')
  const Input = inputs.table
  if (!kind || !Input) throw new Error('no table')
  const render = (options: object, ...rows: object[]) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <Input
          name="q"
          hidden={new Set()}
          label="Områden"
          optional={false}
          options={questionOf(kind, options).options}
          language="sv"
          typed={Object.fromEntries(rows.map((row, at) => [`r${at + 1}`, { ...row, _at: at + 1 }]))}
          issues={[]}
          text={contextIn('sv').text}
          suggestions={[]}
          inputOf={(kind) => inputs[kind]}
        />
      </I18nextProvider>,
    ).replace(/<noscript>.*?<\/noscript>/gs, '')
  /** What is said of sums, and the amount beside it. */
  const sumsIn = (html: string) =>
    [...html.matchAll(/<dt>(Summa[^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(([, label, sum]) => [
      label,
      sum?.replaceAll('\u00a0', ' '),
    ])

  it('lies in lines where they find room beside the column at the right, else in cards', () => {
    expect(render(areas(note('what'), cost), area('1'))).toContain('<table')
    expect(render(areas(note('what'), note('unit'), cost, note('who')), area('1'))).not.toContain('<table')
  })

  it('says no sum twice', () => {
    const wide = areas(note('what'), note('unit'), cost, note('who'))
    expect(sumsIn(render(wide, area('100', '200'), { ...area(), cost: '7' }))).toEqual([
      ['Summa', '300 kr'],
      ['Summa, Kostnad', '7 kr'],
    ])
    expect(sumsIn(render(wide, area('100')))).toEqual([['Summa, Kostnad', '–']])
    expect(sumsIn(render(wide, area('100', '200'), area('5')))).toEqual([
      ['Summa', '300 kr'],
      ['Summa, Kostnad', '–'],
      ['Summa, Aktiviteter: Kostnad', '305 kr'],
    ])
  })
})

it('offers a list where there are many choices', () => {
  const kind = allKinds.find(({ name }) => name === 'choice')
  const Input = inputs.choice
  if (!kind || !Input) throw new Error('no choice')
  const options = {
    options: Array.from({ length: 11 }, (_, place) => ({ id: `o${place}`, label: words(`Val ${place}`) })),
  }
  const html = renderToStaticMarkup(
    <Input
      name="q"
      hidden={new Set()}
      label="Val"
      optional={false}
      options={questionOf(kind, options).options}
      language="sv"
      typed="Val 3"
      issues={[]}
      text={contextIn('sv').text}
      suggestions={[]}
    />,
  )
  expect(postOf(tagsOf(html))).toEqual([['q', 'o3']])
})
