import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Blank, Display } from '~/forms/display'
import { languages } from '~/forms/text'
import { askAbout, withFolder, witness } from '~/signing/testing/witnesses'
import type { SummaryAnswer } from '../summary/summary'
import { documentOf, workedCase } from '../testing/worked-case'
import type { PrintedDocument } from './document'
import { renderPdf, stopRendering } from './render.server'
import { sampleDocument } from './testing/sample'
import { UnprintableText } from './unprintable-text'

afterAll(stopRendering)

const cases = [
  'personligt-ombud/cases/po-return-botkyrka-2020',
  'personligt-ombud/cases/po-application-botkyrka-2021',
  'barn-och-unga/cases/bup-return-botkyrka-2020',
]

/** What stands on the pages, without spaces and line breaks: a long text is broken where the page wants it. */
async function textOf(pdf: Uint8Array): Promise<string> {
  return squeezed((await askAbout(pdf, 'pdftotext', '-enc', 'UTF-8', 'PDF', '-')).text)
}

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '')

const answersOf = (document: PrintedDocument): SummaryAnswer[] =>
  document.summary.pages.flatMap((page) => page.groups.flatMap((group) => group.answers))

function wordsOf(display: Display): readonly string[] {
  switch (display.type) {
    case 'empty':
      return []
    case 'text':
      return display.text.split('\n')
    case 'lines':
      return display.lines
    case 'table':
      return [
        display.corner,
        ...display.columns.map((column) => column.label),
        ...display.rows.flatMap((row) => [row.label, ...row.cells]),
      ]
    case 'file':
      return display.files.map((file) => file.name)
  }
}

function blankWords(blank: Blank | undefined): readonly string[] {
  if (!blank || blank.type === 'lines') return []
  const texts = blank.type === 'boxes' ? blank.options : [...blank.columns, ...blank.rows]
  // Narrow cells break between words, and what stands beside comes in between.
  return texts.flatMap((text) => text.split(/[\s/]+/))
}

describe('a document to sign', () => {
  test.each(cases)('%s holds every question and every answer', async (path) => {
    const document = documentOf(workedCase(path), 'final')
    const text = await textOf(await renderPdf(document))
    for (const answer of answersOf(document)) {
      expect(text).toContain(squeezed(answer.label))
      for (const words of wordsOf(answer.display)) expect(text).toContain(squeezed(words))
      for (const { words } of answer.explanations) expect(text).toContain(squeezed(words))
    }
    expect(text).not.toContain('UTKAST')
  })

  test('keeps names with Á ŋ đ Č Š ŧ ž Ł, and text that looks like markup', async () => {
    const text = await textOf(await renderPdf(sampleDocument))
    const names = ['Áŋŋa Đuoŋŋá Čáhci-Šaŋŋá', 'Łucja Žižka-Ŧuolpu', '*a* _b_ #set $x$ @ref <script> \\ & "citat".']
    for (const name of names) expect(text).toContain(squeezed(name))
  })

  test('says who is asked to sign, what they affirm, the control code, and every attachment with its hash', async () => {
    const pdf = await renderPdf(sampleDocument)
    const text = await textOf(pdf)
    const { content, affirmation, summary } = sampleDocument
    if (content.state !== 'final') throw new Error('The sample is to be signed')
    const pages = Number(/Pages:\s+(\d+)/.exec((await askAbout(pdf, 'pdfinfo', 'PDF')).text)?.[1])
    expect(text.split(content.recordHash)).toHaveLength(pages + 1)
    expect(text).toContain(squeezed(affirmation))
    expect(text).toContain(squeezed(`${content.signatory.name}, ${content.signatory.title}`))
    for (const file of summary.attachments) {
      expect(text).toContain(squeezed(file.name))
      expect(text).toContain(file.sha256)
    }
  })

  test('has the same bytes for the same record, and our fonts only, all of them embedded', async () => {
    const [one, other] = [await renderPdf(sampleDocument), await renderPdf(sampleDocument)]
    expect(hash(one)).toBe(hash(other))
    await stopRendering()
    expect(hash(await renderPdf(sampleDocument))).toBe(hash(one))
    const fonts = (await askAbout(one, 'pdffonts', 'PDF')).text.trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/SourceSans3.*\byes yes yes\b/)
  })

  test('is sound, tagged, PDF/A-3a and PDF/UA-1 by its own word, and carries the record to the byte', async () => {
    const pdf = await renderPdf(sampleDocument)
    expect((await askAbout(pdf, 'qpdf', '--check', 'PDF')).text).toContain('No syntax or stream encoding errors')
    const structure = (await askAbout(pdf, 'pdfinfo', '-struct-text', 'PDF')).text
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'L ', 'LI']) expect(structure).toContain(tag)
    const metadata = (await askAbout(pdf, 'pdfinfo', '-meta', 'PDF')).text
    expect(metadata).toMatch(/pdfaid:part>3</)
    expect(metadata).toMatch(/pdfaid:conformance>A</)
    expect(metadata).toMatch(/pdfuaid:part>1</)
    const { content } = sampleDocument
    await withFolder(async (folder) => {
      const file = join(folder, 'record.json')
      await askAbout(pdf, 'pdfdetach', '-save', '1', '-o', file, 'PDF')
      expect(await readFile(file, 'utf8')).toBe(content.state === 'final' ? content.record : '')
    })
  })

  test('is refused, the question named, when a character cannot be set', async () => {
    const strange: SummaryAnswer = {
      id: 'a',
      label: 'Kontaktperson',
      status: 'answered',
      display: { type: 'text', text: '日本' },
      explanations: [],
    }
    const pages = [{ id: 'p', title: 'P', groups: [{ answers: [strange] }] }]
    const document = { ...sampleDocument, summary: { ...sampleDocument.summary, pages } }
    await expect(renderPdf(document)).rejects.toThrow(UnprintableText)
    await expect(renderPdf(document)).rejects.toThrow(/Kontaktperson.*日/)
    const draft = await renderPdf({ ...document, content: { state: 'draft' } })
    expect(await textOf(draft)).toContain('□□')
  })
})

describe('copies', () => {
  test.each(cases)('%s: every page of the reading copy is marked UTKAST, and no record is in it', async (path) => {
    const document = documentOf(workedCase(path), 'draft')
    const pdf = await renderPdf(document)
    const pages = (await askAbout(pdf, 'pdftotext', '-enc', 'UTF-8', 'PDF', '-')).text.split('\f').slice(0, -1)
    for (const page of pages) expect(page).toContain('UTKAST')
    expect((await askAbout(pdf, 'pdfdetach', '-list', 'PDF')).text).toContain('0 embedded files')
    const text = await textOf(pdf)
    for (const answer of answersOf(document)) {
      for (const words of wordsOf(answer.display)) expect(text).toContain(squeezed(words))
    }
  })

  test.each(cases.flatMap((path) => languages.map((language) => [path, language] as const)))(
    '%s: the empty form offers every question and option, in %s',
    async (path, language) => {
      const document = documentOf(workedCase(path, language), 'empty')
      const text = await textOf(await renderPdf(document))
      for (const answer of answersOf(document)) {
        expect(text).toContain(squeezed(answer.label))
        for (const words of blankWords(answer.blank)) expect(text).toContain(squeezed(words))
      }
    },
  )
})

test('a hundred rows break over pages under a repeated head', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({ id: String(i), label: `Rad ${i}`, cells: ['1', '2'] }))
  const columns = ['Kvinnor', 'Män'].map((label) => ({ label, numeric: true }))
  const display: Display = { type: 'table', corner: 'Kommun', columns, rows }
  const answer: SummaryAnswer = { id: 'a', label: 'Tabell', status: 'answered', explanations: [], display }
  const summary = { ...sampleDocument.summary, pages: [{ id: 'p', title: 'P', groups: [{ answers: [answer] }] }] }
  const pdf = await renderPdf({ ...sampleDocument, summary })
  const pages = (await askAbout(pdf, 'pdftotext', 'PDF', '-')).text.split('\f').filter((page) => page.includes('Rad '))
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page).toContain('Kvinnor')
})

test('the machine itself has the witnesses', async () => {
  expect((await witness('pdfsig', '-v')).text).toContain('pdfsig')
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
