import type { Blank, Display, DisplayColumn, DisplayRow } from '~/forms/display'
import { formatFileSize } from '~/forms/file-size'
import { formatDate, formatDateTime } from '~/forms/format'
import { cleanLines, unprintable } from '~/kinds/printable'
import type { SummaryAnswer, SummaryPage } from '../summary/summary'
import type { PrintedDocument, PrintedSignatory } from './document'
import { UnprintableText } from './unprintable-text'
import { fill, type PdfWords, pdfWords } from './words'

/** Name of the embedded record in the PDF's list of attachments. */
export const recordName = 'bidra.json'

/** Below this many characters an answer stands beside its question, else below it. */
const besideAtMost = 44

/** What template.typ reads; only plain values, every text ready to print. */
export interface Sheet {
  readonly state: 'final' | 'draft' | 'empty'
  readonly language: string
  readonly words: PdfWords
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly keywords: readonly string[]
  readonly date: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>
  readonly headLeft: string
  readonly headRight: string
  readonly foot: readonly string[]
  readonly draftNote: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly pages: readonly SheetPage[]
  readonly attachments: readonly { readonly name: string; readonly size: string; readonly sha256: string }[]
  readonly affirmation: string
  readonly signing: readonly string[] | null
  /** Below the signatory's. `lines` null: to write by hand. */
  readonly further: readonly {
    readonly title: string
    readonly affirmation: string
    readonly lines: readonly string[] | null
  }[]
  readonly recordName: string
}

interface SheetPage {
  readonly title: string
  readonly text: readonly SheetText[]
  readonly groups: readonly { readonly title: string | null; readonly answers: readonly SheetAnswer[] }[]
}

/** A paragraph, or the items of a list. */
type SheetText = { readonly paragraph: string } | { readonly items: readonly string[] }

interface SheetAnswer {
  readonly label: string
  readonly help: string | null
  readonly follows: boolean
  readonly display: SheetDisplay
  readonly explanations: readonly { readonly question: string; readonly words: string }[]
  readonly blank: SheetBlank | null
}

type SheetDisplay =
  | { readonly type: 'empty' }
  | { readonly type: 'text'; readonly text: string; readonly beside: boolean }
  | { readonly type: 'lines'; readonly lines: readonly string[]; readonly ordered: boolean }
  | {
      readonly type: 'table'
      readonly corner: string
      readonly columns: readonly DisplayColumn[]
      readonly rows: readonly (Omit<DisplayRow, 'strong'> & { readonly strong: boolean })[]
    }
  | { readonly type: 'file'; readonly files: readonly { readonly name: string; readonly size: string }[] }

type SheetBlank =
  | { readonly type: 'lines'; readonly count: number; readonly unit: string | null }
  | {
      readonly type: 'boxes'
      readonly options: readonly string[]
      readonly several: boolean
      readonly note: string | null
      readonly other: string | null
    }
  | Extract<Blank, { type: 'table' }>

/**
 * Lays a document out for the template. Throws {@link UnprintableText}, naming the question, when the fonts lack a
 * character of a document that is to be signed; in drafts and empty forms such a character becomes «□».
 */
export function sheetOf(document: PrintedDocument): Sheet {
  const { content, language, summary } = document
  const words = pdfWords(language)
  const final = content.state === 'final' ? content : undefined
  const clean = cleaner(final !== undefined)
  const caseNumber = document.caseNumber ?? document.ownCaseNumber
  return {
    state: content.state,
    language,
    words,
    recordName,
    title: clean(words.recordDescription, summary.title),
    subtitle: clean(summary.title, summary.subtitle),
    author: clean(words.recipient, document.recipient.name),
    keywords: final ? [`bidra:${final.recordHash}`] : [],
    date: moment(document.at),
    headLeft: clean(words.recipient, [document.recipient.name, document.recipient.board].filter(Boolean).join(', ')),
    headRight: caseNumber ? clean(words.caseNumber, fill(words.caseNumberHead, { number: caseNumber })) : '',
    foot: final
      ? [fill(words.control, { code: groupCode(final.recordHash) }), ...(final.trial ? [words.trial] : [])]
      : [document.agency],
    draftNote: content.state === 'empty' ? words.emptyNote : words.draftNote,
    facts: facts(document, words).map(([label, value]) => ({ label, value: clean(label, value) })),
    pages: summary.pages.map((page) => sheetPage(page, document, words, clean)),
    attachments: summary.attachments.map((file) => ({
      name: clean(words.attachments, file.name),
      size: formatFileSize(file.size, language),
      sha256: file.sha256,
    })),
    affirmation: clean(words.signature, document.affirmation),
    signing: final ? signing(final, document, words).map((line) => clean(words.signature, line)) : null,
    further: (document.further ?? []).map(({ role, affirmation, signatory }) => ({
      title: clean(words.signature, fill(words.signatureAs, { role })),
      affirmation: clean(words.signature, affirmation),
      lines: signatory ? signatoryLines(signatory, words).map((line) => clean(words.signature, line)) : null,
    })),
  }
}

/** A control code in groups of eight, as it stands on paper and screen: «3f7a91c2 0be4d58e …». */
export function groupCode(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? hash
}

/** Cleans a text that belongs to `place`. */
type Clean = (place: string, text: string) => string

function cleaner(strict: boolean): Clean {
  return (place, text) => {
    const cleaned = cleanLines(text)
    const missing = unprintable(cleaned)
    if (missing.length > 0 && strict) throw new UnprintableText(place, missing)
    return missing.reduce((printed, character) => printed.replaceAll(character, '□'), cleaned)
  }
}

function moment(iso: string): Sheet['date'] {
  const at = new Date(iso)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
}

function facts(document: PrintedDocument, words: PdfWords): [string, string][] {
  const { recipient, language, content } = document
  const all: [string, string | undefined][] = [
    [words.recipient, [recipient.name, recipient.orgNumber].filter(Boolean).join(', ')],
    [words.agency, document.agency],
    [words.caseNumber, document.caseNumber],
    [words.ownCaseNumber, document.ownCaseNumber],
    [words.deadline, document.deadline && formatDate(document.deadline, language)],
    [
      content.state === 'final' ? words.finalDate : words.draftDate,
      content.state === 'empty' ? undefined : formatDateTime(document.at, language),
    ],
  ]
  return all.flatMap(([label, value]) => (value ? [[label, value]] : []))
}

function signing(
  final: Extract<PrintedDocument['content'], { state: 'final' }>,
  document: PrintedDocument,
  words: PdfWords,
): string[] {
  return [
    ...signatoryLines(final.signatory, words),
    fill(words.requestedBy, { name: final.requestedBy, at: formatDateTime(document.at, document.language) }),
    words.electronic,
    fill(words.verify, { url: final.verifyAt }),
  ]
}

function sheetPage(page: SummaryPage, document: PrintedDocument, words: PdfWords, clean: Clean): SheetPage {
  const title = [page.number && `${page.number}.`, page.title].filter(Boolean).join(' ')
  return {
    title: clean(page.title, title),
    text: page.text === undefined ? [] : textBlocks(clean(page.title, page.text)),
    groups: page.groups.map((group) => ({
      title: group.title === undefined ? null : clean(page.title, group.title),
      answers: group.answers.map((answer) => sheetAnswer(answer, document, words, clean)),
    })),
  }
}

/** Paragraphs are parted by empty lines; lines that all begin with «- » are a list (forms/definition.ts, page). */
function textBlocks(text: string): SheetText[] {
  return text.split(/\n{2,}/).map((block) => {
    const lines = block.split('\n')
    return lines.every((line) => line.startsWith('- '))
      ? { items: lines.map((line) => line.slice(2)) }
      : { paragraph: block }
  })
}

function sheetAnswer(answer: SummaryAnswer, document: PrintedDocument, words: PdfWords, clean: Clean): SheetAnswer {
  const here: Clean = (_, text) => clean(answer.label, text)
  return {
    label: here('', [answer.number, answer.label].filter(Boolean).join(' ')),
    help: answer.help === undefined ? null : here('', answer.help),
    follows: answer.follows !== undefined,
    display: sheetDisplay(answer, document, words, here),
    explanations: answer.explanations.map((item) => ({
      question: here('', item.question),
      words: here('', item.words),
    })),
    blank: answer.blank === undefined ? null : sheetBlank(answer.blank, here),
  }
}

function sheetDisplay(answer: SummaryAnswer, document: PrintedDocument, words: PdfWords, clean: Clean): SheetDisplay {
  const display: Display = answer.display
  switch (display.type) {
    case 'empty':
      return display
    case 'text': {
      const written = clean('', display.text)
      const text = answer.status === 'unreadable' ? fill(words.unreadable, { text: written }) : written
      return { type: 'text', text, beside: text.length <= besideAtMost && !text.includes('\n') }
    }
    case 'lines':
      return { type: 'lines', lines: display.lines.map((line) => clean('', line)), ordered: display.ordered ?? false }
    case 'table':
      return {
        type: 'table',
        corner: clean('', display.corner),
        columns: display.columns.map((column) => ({ label: clean('', column.label), numeric: column.numeric })),
        rows: display.rows.map((row) => ({
          id: row.id,
          label: clean('', row.label),
          cells: row.cells.map((cell) => clean('', cell)),
          strong: row.strong ?? false,
        })),
      }
    case 'file':
      return {
        type: 'file',
        files: display.files.map((file) => ({
          name: clean('', file.name),
          size: formatFileSize(file.size, document.language),
        })),
      }
  }
}

function sheetBlank(blank: Blank, clean: Clean): SheetBlank {
  const all = (texts: readonly string[]) => texts.map((text) => clean('', text))
  switch (blank.type) {
    case 'lines':
      return { ...blank, unit: blank.unit ?? null }
    case 'boxes':
      return { ...blank, options: all(blank.options), note: blank.note ?? null, other: blank.other ?? null }
    case 'table':
      return { ...blank, columns: all(blank.columns), rows: all(blank.rows), numbered: blank.numbered ?? false }
  }
}

function signatoryLines({ name, title, organisation, decision }: PrintedSignatory, words: PdfWords): string[] {
  return [
    fill(words.signatory, { name, title }),
    decision ? fill(words.signatoryDecision, { organisation, decision }) : fill(words.signatoryFor, { organisation }),
  ]
}
