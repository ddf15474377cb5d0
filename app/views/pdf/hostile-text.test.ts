import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { SummaryAnswer } from '../summary/summary'
import type { PrintedDocument } from './document'
import { renderPdf, stopRendering } from './render.server'
import { sampleDocument } from './testing/sample'
import { UnprintableText } from './unprintable-text'

afterAll(stopRendering)

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\u202e abc',
    '👩‍👩‍👧',
    'ﷺ',
    '\ud800',
    '=cmd|calc',
    '#{1+1}',
    '$x$ *b* _i_ @ref #set page(width:1pt)',
    '#read("/etc/passwd")',
    'a'.repeat(400),
    'Z̸̧̛',
    '\t\n\r\u2028',
    '{{page}} {{pages}}',
    'العربية',
    '日本語',
  ),
)

function documentWith(words: string, state: 'draft' | 'final'): PrintedDocument {
  const base = { label: words, status: 'answered', explanations: [{ check: 'c', question: words, words }] } as const
  const answers: SummaryAnswer[] = [
    { ...base, id: 'a', number: words, display: { type: 'text', text: words } },
    { ...base, id: 'b', display: { type: 'lines', lines: [words, words], ordered: true } },
    {
      ...base,
      id: 'c',
      display: {
        type: 'table',
        corner: words,
        columns: [{ label: words, numeric: true }],
        rows: [{ id: 'r', label: words, cells: [words] }],
      },
    },
    { ...base, id: 'd', display: { type: 'file', files: [{ name: words, type: words, size: 1, sha256: 'ab' }] } },
  ]
  return {
    ...sampleDocument,
    summary: {
      ...sampleDocument.summary,
      title: words || ' ',
      subtitle: words,
      pages: [{ id: 'p', title: words, number: words, groups: [{ title: words, answers }] }],
    },
    recipient: { name: words, board: words, orgNumber: words },
    caseNumber: words,
    affirmation: words,
    content: state === 'draft' ? { state } : sampleDocument.content,
  }
}

test('a reading copy is made of whatever was typed', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const pdf = await renderPdf(documentWith(words, 'draft'))
      expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
    }),
    { numRuns: 40, seed: 42 },
  )
})

test('a document to sign is made, or refused by name, never wrong', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const made = await renderPdf(documentWith(words, 'final')).catch((error: unknown) => error)
      if (!(made instanceof Uint8Array)) expect(made).toBeInstanceOf(UnprintableText)
    }),
    { numRuns: 40, seed: 43 },
  )
})
