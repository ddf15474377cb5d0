import { describe, expect, it } from 'vitest'
import type { Posted } from '../contract'
import { kindOf } from '../registry.server'
import { contextIn, judged, questionOf, words } from '../testing/judged'
import type { TableOptions } from './columns'
import { tableKind } from './kind'
import type { TableTyped } from './rows'

const table = tableKind(kindOf)
const options = {
  rowLabel: words('Aktivitet'),
  maxRows: 4,
  columns: [
    { id: 'activity', kind: 'text', label: words('Aktivitet') },
    { id: 'type', kind: 'text', label: words('Typ'), optional: true },
    { id: 'cost', kind: 'money', label: words('Belopp'), sum: true },
  ],
}
const question = questionOf(table, options)
const read = (posted: Posted): TableTyped => table.read(posted, question) ?? {}
const row = (place: number, activity: string, cost: string) => ({ _at: place, activity, cost })

describe('reading rows', () => {
  it('takes posted rows by their ids, in the order of the page', () => {
    expect(
      read({
        n2: { _at: '2', activity: 'Fält', cost: '5' },
        n1: { _at: '1', activity: 'Hem', cost: '6' },
      }),
    ).toEqual({ n2: row(2, 'Fält', '5'), n1: row(3, 'Hem', '6') })
  })

  it('takes away a row that is empty or gone, and says nothing of what it does not know', () => {
    expect(read({ r1: { _at: '1', activity: ' ' }, r2: { _gone: '1', activity: 'Hem', cost: '6' } })).toEqual({
      r1: null,
      r2: null,
    })
    expect(table.read({ new0: { activity: '' }, new1: {} }, question)).toBeUndefined()
  })

  it('gives a new row an id from what is in it, the same for the same', () => {
    const posted = { r1: { _at: '1', activity: 'Hem', cost: '6' }, new0: { activity: 'Fält', cost: '5' } }
    const [, id = ''] = Object.keys(read(posted))
    expect(id).toMatch(/^n[0-9a-f]{12}$/)
    expect(read(posted)).toEqual({ r1: row(1, 'Hem', '6'), [id]: row(2, 'Fält', '5') })
    expect(Object.keys(read({ ...posted, new0: { activity: 'Annat', cost: '5' } }))).not.toContain(id)
    const twice = read({ new0: { activity: 'Fält' }, new1: { activity: 'Fält' } })
    expect(Object.keys(twice)).toHaveLength(2)
  })

  it('does what the buttons say', () => {
    const rows = { r1: { _at: '1', activity: 'A', cost: '1' }, r2: { _at: '2', activity: 'B', cost: '2' } }
    expect(read({ ...rows, _do: 'remove:r1' })).toEqual({ r1: null, r2: row(2, 'B', '2') })
    expect(read({ ...rows, _do: 'up:r2' })).toEqual({ r1: row(2, 'A', '1'), r2: row(1, 'B', '2') })
    expect(read({ ...rows, _do: 'down:r1' })).toEqual({ r1: row(2, 'A', '1'), r2: row(1, 'B', '2') })
    expect(read({ ...rows, _do: 'up:r1' })).toEqual(read(rows))
    expect(read({ ...rows, _do: 'copy:nowhere' })).toEqual(read(rows))
    expect(read({ ...rows, _do: 'add' })).toEqual(read(rows))
    const copied = Object.values(read({ ...rows, _do: 'copy:r1' }))
    expect(copied).toEqual([row(1, 'A', '1'), row(2, 'B', '2'), row(1.5, 'A', '1')])
  })

  it('takes an answers file: rows with typed text or values', () => {
    expect(read([{ activity: 'Hem', cost: 39273 }, {}, { activity: 'Fält', cost: '44 023 kr' }])).toEqual({
      r1: row(1, 'Hem', '39\u00a0273'),
      r2: row(2, 'Fält', '44 023 kr'),
    })
  })
})

describe('judging rows', () => {
  it('gives them in order, without their ids', () => {
    expect(
      judged(table, options, {
        n9: { _at: '1', activity: 'A', cost: '1 kr' },
        a1: { _at: '2', activity: 'B', cost: '2' },
      }),
    ).toEqual([
      { activity: 'A', cost: 1 },
      { activity: 'B', cost: 2 },
    ])
  })

  it('names row and column of what is wrong or missing', () => {
    const typed = { r1: { _at: '1', activity: 'A', cost: 'fem' }, r2: { _at: '2', cost: '2' } }
    expect(judged(table, options, typed)).toEqual({
      'r1.cost': 'Aktivitet 1, Belopp: skriv beloppet i hela kronor med siffror, till exempel 700\u00a0000.',
      'r2.activity': 'Aktivitet 2, Aktivitet: skriv ett svar.',
    })
    const issues = table.schema(question, contextIn('sv')).safeParse(read(typed)).error?.issues ?? []
    expect(issues.map((issue) => issue.code === 'custom' && issue.params?.missing)).toEqual([false, true])
  })

  it('counts rows', () => {
    const rows = (count: number) => Array.from({ length: count }, () => ({ activity: 'A', cost: '1' }))
    expect(judged(table, options, rows(6))).toEqual({ '': 'Högst 4 rader får plats. Ta bort 2.' })
    expect(judged(table, { ...options, minRows: 3 }, rows(2))).toEqual({ '': 'Fyll i minst 3 rader.' })
    expect(table.missing(question, contextIn('sv'))).toBe('Fyll i minst en rad.')
  })

  it('lets expressions see the good cells, row by row as the rows are named', () => {
    const typed = read({ b: { _at: '2', activity: 'B', cost: 'x' }, a: { _at: '1', cost: '7' }, c: { _at: '3' } })
    expect(table.partial(question, { ...typed, a: { _at: 1, cost: '7' } }, contextIn('sv'))).toEqual([
      { cost: 7 },
      { activity: 'B' },
    ])
    expect(table.rows(question, { ...typed, a: { _at: 1, cost: '7' } })).toEqual([
      { id: 'a', inside: {} },
      { id: 'b', inside: {} },
    ])
  })

  it('says what a place is called', () => {
    const typed = read({ x: { _at: '1', activity: 'A' }, y: { _at: '2', activity: 'B' } })
    expect(table.nameOf(question, ['y', 'cost'], typed, contextIn('sv'))).toBe('Aktivitet 2, Belopp')
    expect(table.nameOf(question, ['y'], typed, contextIn('sv'))).toBe('Aktivitet 2')
  })
})

describe('showing rows', () => {
  const value = [
    { activity: 'Fältarbete', type: 'Öppen', cost: 44023 },
    { activity: 'Hem', cost: 39273 },
  ]

  it('puts what a row is about first, and the sum last', () => {
    expect(table.display(question, value, contextIn('sv'))).toEqual({
      type: 'table',
      corner: 'Aktivitet',
      columns: [
        { label: 'Typ', numeric: false },
        { label: 'Belopp', numeric: true },
      ],
      rows: [
        { id: 'r1', label: 'Fältarbete', cells: ['Öppen', '44\u00a0023\u00a0kr'] },
        { id: 'r2', label: 'Hem', cells: ['', '39\u00a0273\u00a0kr'] },
        { id: 'sum', label: 'Summa', cells: ['', '83\u00a0296\u00a0kr'], strong: true },
      ],
    })
  })

  it('exports the rows as a text, their number, and the sums', () => {
    const columns = table.columns(question, contextIn('sv'))
    expect(columns.map(({ id, type, of }) => [id, type, of(value)])).toEqual([
      ['', 'text', 'Fältarbete; Öppen; 44\u00a0023\u00a0kr\nHem; 39\u00a0273\u00a0kr'],
      ['rows', 'integer', 2],
      ['sum.cost', 'money', 83296],
    ])
  })
})

describe('rows that the form gives', () => {
  const fixed = {
    corner: words('Yrke'),
    sumLabel: words('Alla'),
    fixedRows: [
      { id: 'worker', label: words('Socialsekreterare') },
      { id: 'leader', label: words('Arbetsledare') },
      { id: 'both', label: words('Tillsammans'), subtotal: true },
      { id: 'clerk', label: words('Administratör') },
      { id: 'former', label: words('Varav tidigare'), memo: true },
    ],
    columns: [{ id: 'women', kind: 'decimal', label: words('Kvinnor'), sum: true, options: { scale: 2 } }],
  }
  const typed = {
    worker: { women: '2' },
    leader: { women: '0,5' },
    clerk: { women: '1,25' },
    former: { women: '9' },
    both: { women: '5' },
  }
  const value = {
    worker: { women: '2.00' },
    leader: { women: '0.50' },
    clerk: { women: '1.25' },
    former: { women: '9.00' },
  }

  it('are kept by their ids', () => {
    expect(judged(table, fixed, typed)).toEqual(value)
    expect(judged(table, fixed, { worker: { women: 'två' } })).toEqual({
      'worker.women': expect.stringMatching(/^Socialsekreterare, Kvinnor: /),
      'leader.women': 'Arbetsledare, Kvinnor: skriv ett tal, till exempel 2,80.',
      'clerk.women': expect.any(String),
      'former.women': expect.any(String),
    })
    expect(table.type(questionOf(table, fixed).options)).toMatchObject({ type: 'object', fields: { worker: {} } })
  })

  it('are emptied when they are on the page and empty', () => {
    expect(table.read({ worker: { _at: '1', women: '' }, leader: {} }, questionOf(table, fixed))).toEqual({
      worker: null,
    })
  })

  it('show subtotals, and memo rows below the sum', () => {
    const display = table.display(questionOf(table, fixed), value, contextIn('sv'))
    expect(display.type === 'table' && display.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Socialsekreterare', '2,00'],
      ['Arbetsledare', '0,50'],
      ['Tillsammans', '2,50'],
      ['Administratör', '1,25'],
      ['Alla', '3,75'],
      ['Varav tidigare', '9,00'],
    ])
  })
})

describe('a table in each row', () => {
  const areas = {
    rowLabel: words('Område'),
    columns: [
      { id: 'area', kind: 'text', label: words('Område') },
      {
        id: 'activities',
        kind: 'table',
        label: words('Aktiviteter'),
        optional: true,
        options: {
          rowLabel: words('Aktivitet'),
          columns: [
            { id: 'name', kind: 'text', label: words('Aktivitet') },
            { id: 'cost', kind: 'money', label: words('Kostnad'), sum: true },
          ],
        },
      },
    ],
  }
  const posted = {
    a: {
      _at: '1',
      area: 'Stöd',
      activities: { x: { _at: '1', name: 'Samtal', cost: '39 273' }, y: { _at: '2', name: 'Grupp', cost: '44 023' } },
    },
    b: { _at: '2', area: 'Annat', activities: { x: { _at: '1', name: '' } } },
  }
  const value = [
    {
      area: 'Stöd',
      activities: [
        { name: 'Samtal', cost: 39273 },
        { name: 'Grupp', cost: 44023 },
      ],
    },
    { area: 'Annat' },
  ]
  const nested = questionOf(table, areas)

  it('is read, judged and named inside its row', () => {
    expect(judged(table, areas, posted)).toEqual(value)
    const wrong = { ...posted, b: { _at: '2', area: 'B', activities: { x: { _at: '1', name: 'Resa', cost: 'x' } } } }
    expect(judged(table, areas, wrong)).toEqual({
      'b.activities.x.cost': expect.stringMatching(/^Område 2, Aktiviteter: aktivitet 1, Kostnad: skriv beloppet/),
    })
    expect(
      table.nameOf(nested, ['a', 'activities', 'y', 'cost'], table.read(posted, nested) ?? {}, contextIn('sv')),
    ).toBe('Område 1, Aktiviteter, Aktivitet 2, Kostnad')
    expect(table.rows(nested, table.read(posted, nested) ?? {})[0]).toEqual({
      id: 'a',
      inside: {
        activities: [
          { id: 'x', inside: {} },
          { id: 'y', inside: {} },
        ],
      },
    })
  })

  it('changes by buttons of its own', () => {
    const changed = { ...posted, a: { ...posted.a, activities: { ...posted.a.activities, _do: 'remove:x' } } }
    expect(judged(table, areas, changed)).toMatchObject([{ activities: [{ name: 'Grupp' }] }, {}])
  })

  it('stands below its row, with the row’s own sum and the sum of all', () => {
    const display = table.display(nested, value, contextIn('sv'))
    expect(display.type === 'table' && display.rows.map(({ label, cells }) => [label, ...cells])).toEqual([
      ['Stöd', '', '83\u00a0296\u00a0kr'],
      ['1.1', 'Samtal', '39\u00a0273\u00a0kr'],
      ['1.2', 'Grupp', '44\u00a0023\u00a0kr'],
      ['Annat', '', ''],
      ['Summa', '', '83\u00a0296\u00a0kr'],
    ])
  })
})

describe('the options of a table', () => {
  const wrong = (change: object) => {
    const result = table.options.safeParse({ ...options, ...change })
    return result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  }
  const column = (more: object) => ({ columns: [{ id: 'c', kind: 'text', label: words('C'), ...more }] })

  it('are those of the columns’ kinds, too', () => {
    const ready: TableOptions = question.options
    expect(ready.columns[0]?.options).toEqual({ multiline: false })
    expect(wrong(column({ kind: 'decimal' }))).toEqual([expect.stringMatching(/^columns\.0\.options\.scale: /)])
    expect(wrong(column({ kind: 'telephone' }))).toEqual([
      expect.stringMatching(/^columns\.0\.kind: There is no kind of question called «telephone»\. There are: .*phone/),
    ])
  })

  it('refuse what makes no sense', () => {
    expect(wrong(column({ sum: true }))).toEqual(['columns.0.sum: Only numbers can be summed.'])
    expect(wrong(column({ kind: 'money', suggest: true }))).toEqual(['columns.0.suggest: Only texts can be suggested.'])
    expect(wrong({ minRows: 5 })).toEqual(['minRows: There must be room for as many rows as are asked for.'])
    expect(wrong({ columns: [] })).toHaveLength(1)
    const inner = (columns: object[]) => ({ id: 't', kind: 'table', label: words('T'), options: { columns } })
    const deep = inner([inner([{ id: 'c', kind: 'text', label: words('C') }])])
    expect(wrong({ columns: [deep] })).toEqual(['columns.0.kind: A table within a table cannot hold a third one.'])
    const files = inner([{ id: 'c', kind: 'attachments', label: words('C') }])
    expect(wrong({ columns: [files] })).toEqual([expect.stringContaining('Files stand in the rows of the outer table')])
  })
})
