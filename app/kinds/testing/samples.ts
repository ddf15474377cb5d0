import { words } from './judged'

const rows = [
  { id: 'total', label: words('Totalt antal'), total: true },
  { id: 'a18', label: words('18–29 år') },
  { id: 'a30', label: words('30–49 år') },
]
const columns = [
  { id: 'women', label: words('Kvinnor'), parts: words('Kvinnornas åldrar') },
  { id: 'men', label: words('Män'), parts: words('Männens åldrar') },
]
const options = [
  { id: 'municipality', label: words('Kommun') },
  { id: 'company', label: { sv: 'Aktiebolag', en: 'Company' }, help: words('AB') },
]
const areas = [
  { id: 'early', label: words('tidiga tecken') },
  { id: 'inside', label: words('samverkan inom kommunen'), help: words('Till exempel skolan') },
]
const scale = { from: 1, to: 5, low: words('låg'), high: words('hög') }

/** Options to try each kind with; every kind of the registry must be here. */
export const samples: Readonly<Record<string, readonly unknown[]>> = {
  text: [
    {},
    { pattern: { shapes: ['99.999'], message: words('Skriv koden så här: 93.600.') } },
    { multiline: true, maxLength: 1000 },
    { maxLength: 5, autocomplete: 'name' },
  ],
  integer: [{}, { min: -5, max: 2, unit: words('personer') }],
  money: [{}, { max: 10 }, { currency: 'EUR' }],
  decimal: [{ scale: 2, unit: words('heltider') }, { scale: 1, above: 0, max: '1.5' }, { scale: 0 }],
  'yes-no': [{}],
  choice: [{ options }],
  choices: [
    { options },
    { options: [...options, { id: 'none', label: words('Inga'), exclusive: true }], other: { label: words('Annat') } },
    { options, atLeast: 2 },
    { options, atMost: 1 },
  ],
  'count-table': [
    { corner: words('Ålder'), rows, columns, sum: true, addUp: { label: words('Summa åldrar') } },
    { corner: words('Orsak'), rows: rows.slice(1), columns },
  ],
  'yes-no-list': [{ rows: areas }, { rows: areas, atLeastOne: words('Minst ett ja.') }],
  scale: [scale, { ...scale, dontKnow: words('Vet inte') }],
  'scale-matrix': [
    { ...scale, rows: areas },
    { ...scale, rows: areas, dontKnow: words('Vet inte') },
  ],
  'ordered-list': [{ itemLabel: words('Prioritet'), max: 3 }],
  'org-number': [{}],
  'identity-number': [{}, { allow: ['person', 'organisation'] }],
  plusgiro: [{}],
  bankgiro: [{}],
  postcode: [{}],
  phone: [{}],
  email: [{}],
  date: [{}],
  period: [{}, { open: true }],
  municipalities: [{}, { max: 1 }],
  table: [
    {
      rowLabel: words('Aktivitet'),
      columns: [
        { id: 'activity', kind: 'text', label: words('Aktivitet'), suggest: true },
        { id: 'type', kind: 'choice', label: words('Typ'), options: { options } },
        { id: 'new', kind: 'yes-no', label: words('Ny'), optional: true },
        { id: 'cost', kind: 'money', label: words('Belopp'), sum: true },
        { id: 'posts', kind: 'decimal', label: words('Årsarbetare'), sum: true, options: { scale: 2 } },
      ],
    },
    {
      corner: words('Yrke'),
      fixedRows: [
        { id: 'worker', label: words('Socialsekreterare') },
        { id: 'leader', label: words('Arbetsledare') },
        { id: 'both', label: words('Båda'), subtotal: true },
        { id: 'former', label: words('Varav tidigare'), memo: true },
      ],
      columns: [
        { id: 'women', kind: 'decimal', label: words('Kvinnor'), sum: true, options: { scale: 2 } },
        { id: 'count', kind: 'integer', label: words('Antal'), optional: true },
      ],
    },
    {
      rowLabel: words('Område'),
      minRows: 2,
      columns: [
        { id: 'area', kind: 'text', label: words('Område'), options: { multiline: true } },
        {
          id: 'activities',
          kind: 'table',
          label: words('Aktiviteter'),
          optional: true,
          options: {
            columns: [
              { id: 'name', kind: 'text', label: words('Aktivitet') },
              { id: 'cost', kind: 'money', label: words('Kostnad'), sum: true },
            ],
          },
        },
      ],
    },
  ],
  'row-choice': [{ of: ['plan'] }, { of: ['plan', 'account'], several: true }],
  attachments: [{}, { max: 1, purpose: words('Protokollsutdrag') }],
}
