import type { TFunction } from 'i18next'
import { decimalOf, formatDecimal, formatInteger, formatKronor } from '~/forms/format'
import type { Language } from '~/forms/text'
import { units } from '~/grants/allocations/amounts'
import { columnRoles } from '~/grants/allocations/columns'
import { changesOf, type JudgedList, type JudgedRow, type StatedTotal } from '~/grants/allocations/judged-list'
import { effectWords, problemWords, rowProblemWords } from '~/grants/allocations/problem-words'
import { type Sheet, textOf } from '~/platform/spreadsheet/sheet'
import { columnField, fieldNames, type ListAddress, none } from './list-address'

interface Input {
  readonly judged: JudgedList
  readonly sheets: readonly Sheet[]
  readonly address: ListAddress
  readonly t: TFunction
  readonly language: Language
}

/** A judged list as its page shows it: words and formatted figures. */
export function previewView(input: Input) {
  const { judged, t, language } = input
  const changes = changesOf(judged)
  const problems = problemWords(judged, t, language)
  const has = (fact: 'posts' | 'caseNumber') => judged.layout.columns[fact] !== null
  return {
    outcome: problems.length > 0 ? ('stopped' as const) : changes.length > 0 ? ('sound' as const) : ('same' as const),
    changes: changes.length,
    fingerprint: judged.fingerprint,
    figures: figuresOf(judged, t, language),
    errors: problems.map(({ line, words }) => ({
      href: line === null ? '#sa-har-har-vi-last' : `#rad-${line}`,
      message: words,
    })),
    columns: { posts: has('posts'), caseNumber: has('caseNumber') },
    rows: judged.rows.map((row) => rowView(row, t, language)),
    missing: judged.missing.map(({ shortName }) => shortName),
    layout: layoutView(input),
  }
}

function rowView(row: JudgedRow, t: TFunction, language: Language) {
  const { line, written, recipient, kronor, after, before, effect, problems } = row
  const name = recipient?.shortName ?? written.name
  return {
    line,
    name,
    /** What stands in the list, where it is not simply the name. */
    written: recipient && written.name !== name ? written.name : '',
    kronor: kronor === null ? written.kronor : formatInteger(kronor, language),
    posts: after?.posts ? formatDecimal(decimalOf(after.posts, 2), language) : '',
    caseNumber: after?.caseNumber ?? '',
    effect,
    effectWords: effectWords(row, t, language),
    problems: problems.map((problem) => rowProblemWords(problem, t)),
    holder: recipient && after?.kronor === 0 ? { id: recipient.id, note: after.note ?? before?.note ?? '' } : null,
  }
}

interface Figure {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly detail: string
  readonly tone: 'plain' | 'good' | 'bad'
}

/** Rows, sum, stated total and difference. Of several totals the one that does not agree is shown, else the last told. */
function figuresOf(judged: JudgedList, t: TFunction, language: Language): readonly Figure[] {
  const { rows, sum, totals } = judged
  const wrong = rows.filter(({ problems }) => problems.length > 0).length
  const changes = changesOf(judged).length
  const whole = totals.filter(({ source }) => source !== 'part')
  const total = totals.find(({ agrees }) => !agrees) ?? whole.at(-1)
  return [
    {
      id: 'rader',
      label: t('preview.rows'),
      value: t('preview.matched', { count: rows.length - wrong, total: rows.length }),
      detail: wrong > 0 ? t('preview.wrong', { count: wrong }) : t('preview.allMatched'),
      tone: wrong > 0 ? 'bad' : 'good',
    },
    {
      id: 'summa',
      label: t('preview.sum'),
      value: formatKronor(sum, language),
      detail: judged.sound ? t(changes > 0 ? 'preview.changes' : 'preview.noChanges', { count: changes }) : '',
      tone: 'plain',
    },
    {
      id: 'angiven-summa',
      label: t('preview.stated'),
      value: total ? formatKronor(total.kronor, language) : t('preview.statedNone'),
      detail: total ? whereStated(total, t) : t('preview.statedHelp'),
      tone: 'plain',
    },
    ...(total ? [differenceOf(total, t, language)] : []),
  ]
}

const whereStated = ({ line }: StatedTotal, t: TFunction) =>
  line === null ? t('preview.statedTold') : t('preview.statedAt', { line })

function differenceOf({ difference, agrees, rounded }: StatedTotal, t: TFunction, language: Language): Figure {
  const words = agrees
    ? t(rounded ? 'preview.withinRounding' : 'preview.agrees')
    : t(rounded ? 'preview.beyondRounding' : 'preview.differs')
  return {
    id: 'skillnad',
    label: t('preview.difference'),
    value: formatKronor(difference, language),
    detail: words,
    tone: agrees ? 'good' : 'bad',
  }
}

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`

interface Choice {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** How many rows a choice of rows offers. */
const offered = 12
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** What the list was taken for, each choice with what was guessed. */
function layoutView({ judged, sheets, address, t }: Input) {
  const { layout, passedOver } = judged
  const rows = sheets[address.sheet]?.rows ?? []
  const nothing = { value: none, label: t('layout.none') }
  const rowOption = (at: number) => {
    const text = shorten((rows[at] ?? []).map(textOf).filter(Boolean).join(' · '))
    const line = at + 1
    return { value: String(line), label: text ? t('layout.row', { line, text }) : t('layout.rowNumber', { line }) }
  }
  const filled = rows.flatMap((row, at) => (row.some((cell) => textOf(cell) !== '') ? [at] : []))
  const sumAt = layout.kinds.indexOf('sum')
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columnOptions = Array.from({ length: width }, (_, at) => {
    const heading = textOf(layout.header === null ? undefined : rows[layout.header]?.[at])
    const letter = letterOf(at)
    const label = heading
      ? t('layout.column', { letter, text: shorten(heading) })
      : t('layout.columnLetter', { letter })
    return { value: String(at + 1), label }
  })
  const chosen = (place: number | null) => (place === null || place === -1 ? none : String(place + 1))
  const choices: Choice[] = [
    {
      name: fieldNames.header,
      label: t('layout.header'),
      value: chosen(layout.header),
      options: [nothing, ...unique([...filled.slice(0, offered), layout.header ?? -1]).map(rowOption)],
    },
    ...columnRoles.map((role) => ({
      name: columnField(role),
      label: t(`layout.${role}`),
      value: chosen(layout.columns[role]),
      options: [nothing, ...columnOptions],
    })),
    {
      name: fieldNames.unit,
      label: t('layout.unit'),
      value: String(layout.unit),
      options: units.map((unit) => ({ value: String(unit), label: t(`layout.unit${unit}`) })),
    },
    {
      name: fieldNames.sum,
      label: t('layout.sum'),
      value: chosen(sumAt),
      options: [nothing, ...unique([sumAt, ...filled.slice(-offered)]).map(rowOption)],
    },
  ]
  return {
    sheet: {
      value: String(address.sheet + 1),
      options: sheets.map(({ name }, at) => ({ value: String(at + 1), label: name })),
    },
    choices,
    total: address.choices.total ?? '',
    passedOver: passedOver.map(({ line, kind, text }) => ({
      line,
      kind: t(`layout.kind.${kind}`),
      text: shorten(text),
    })),
  }
}

const unique = (places: readonly number[]) => [...new Set(places)].filter((at) => at >= 0).sort((a, b) => a - b)
