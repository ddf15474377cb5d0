import { compileForm } from '~/forms/compile'
import type { CompiledForm } from '~/forms/compiled-form'
import type { FormSource } from '~/forms/definition'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { kindOf } from '~/kinds/registry.server'

type PageSource = FormSource['pages'][number]
type QuestionSource = NonNullable<PageSource['questions']>[number]

const pageCount = 20
const perPage = 20
export const rowCount = 1_000

const both = (text: string) => ({ sv: text, en: text })
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/** A question that opens the others of its page, amounts, texts, choices and a sum of the page. */
function questionOf(page: number, place: number): QuestionSource {
  const id = `p${page}q${place}`
  const common = { id, label: both(`Fråga ${page}.${place}`), help: both('Räkna med hela året.') }
  if (place === 0) return { ...common, kind: 'yes-no' }
  const visible = `a.p${page}q0.orValue(false)`
  if (place === perPage - 1) {
    const amounts = numbers(perPage).filter((each) => each % 4 === 1 && each < perPage - 1)
    return { ...common, kind: 'money', value: amounts.map((each) => `a.p${page}q${each}.orValue(0)`).join(' + ') }
  }
  if (place % 4 === 1) return { ...common, kind: 'money', visible }
  if (place % 4 === 2) return { ...common, kind: 'text', visible, options: { multiline: true, maxLength: 1000 } }
  if (place % 4 === 3) return { ...common, kind: 'decimal', visible, options: { scale: 2 } }
  const options = numbers(4).map((each) => ({ id: `o${each}`, label: both(`Svar ${each}`) }))
  return { ...common, kind: 'choice', visible, options: { options } }
}

const table: QuestionSource = {
  id: 'costs',
  kind: 'table',
  label: both('Kostnader'),
  options: {
    rowLabel: both('Kostnad'),
    maxRows: 2_000,
    columns: [
      { id: 'what', kind: 'text', label: both('Vad') },
      { id: 'cost', kind: 'money', label: both('Belopp'), sum: true },
      { id: 'count', kind: 'integer', label: both('Antal') },
      {
        id: 'total',
        kind: 'money',
        label: both('Summa'),
        value: 'row.cost.value() * row.count.value()',
        sum: true,
      },
    ],
  },
}

const definition: FormSource = {
  id: 'bench-large',
  programme: 'bench',
  kind: 'return',
  reviewer: 'national',
  title: both('En stor blankett'),
  shortTitle: both('Stor'),
  affirmation: both('Jag intygar att uppgifterna är riktiga.'),
  pages: [
    ...numbers(pageCount).map((page) => ({
      id: `page${page}`,
      title: both(`Sida ${page}`),
      questions: numbers(perPage).map((place) => questionOf(page, place)),
    })),
    { id: 'table', title: both('Kostnader'), questions: [table] },
  ],
  checks: [
    {
      id: 'once',
      holds: 'unique(a.costs.map(c, c.what.orValue("")))',
      at: ['costs'],
      text: both('Skriv varje kostnad en gång.'),
    },
    ...numbers(pageCount).map((page) => ({
      id: `within${page}`,
      holds: `a.p${page}q${perPage - 1}.orValue(0) <= 100000000`,
      at: [`p${page}q1`],
      text: both('Mer än hundra miljoner kan inte stämma.'),
    })),
  ],
}

/** 400 questions on 20 pages, and a page with a table. */
export const largeForm = (): CompiledForm => compileForm(definition, kindOf)

/** Everything answered, and 1 000 rows in the table. */
export function largeDraft(form: CompiledForm): Draft {
  const typed = (id: string, kind: string): Json =>
    ({ 'yes-no': 'yes', money: '12 500', text: `Svar på ${id}`, decimal: '2,75', choice: 'o1' })[kind] ?? ''
  const answers = [...form.questions.values()].flatMap(({ id, kind, value }): [string, Json][] =>
    value === undefined && id !== 'costs' ? [[id, typed(id, kind)]] : [],
  )
  const rows = numbers(rowCount).map((at) => [
    `r${String(at).padStart(4, '0')}`,
    { _at: at + 1, what: `Kostnad nummer ${at + 1}`, cost: String(1_000 + at), count: '3' },
  ])
  return { ...Object.fromEntries(answers), costs: Object.fromEntries(rows) }
}
