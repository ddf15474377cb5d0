import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, expect, test } from 'vitest'
import type { CompiledForm } from '~/forms/compile'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import { type CaseRecord, canonicalText, freeze, sha256Hex } from '~/forms/record'
import { refusalsTo } from '~/forms/refusals'
import { resolveText } from '~/forms/texts'
import { holdsFiles } from '~/forms/value-type'
import { kindOf } from '~/kinds/registry.server'
import { type FilledForm, validlyFilled, wildlyFilled } from '~/kinds/testing/any-filled'
import { anySurroundings } from '~/kinds/testing/any-form'
import { contextIn } from '~/kinds/testing/judged'
import type { PrintedDocument } from './pdf/document'
import { renderPdf, stopRendering } from './pdf/render.server'
import { compareFile, isTable, type TableOfForm } from './sheet/compare-file'
import { readSheets } from './sheet/read-file.server'
import { originText } from './sheet/row-key'
import { rowsOf } from './sheet/sheet-rows'
import { writeWorkbook } from './sheet/workbook.server'
import { Answers } from './summary/answers'
import { type SummarySource, summarise } from './summary/summarise'

afterAll(stopRendering)

const context = contextIn('sv')
const surroundings = anySurroundings

/** What can be read of it as the record that it would be, whether or not it is complete. */
const recordOf = (form: CompiledForm, judgement: Judgement): CaseRecord =>
  freeze(
    form,
    { ...judgement, complete: true },
    {
      case: { id: '01a2' },
      round: { programme: 'any', kind: 'application', ...surroundings.round },
      surroundings,
      formVersion: 1,
      frozenAt: new Date('2021-01-15T09:30:00Z'),
    },
  )

const sources = ({ form, judgement }: FilledForm): readonly SummarySource[] => [
  { state: 'draft', judgement, surroundings },
  { state: 'empty', judgement, surroundings },
  { state: 'record', record: recordOf(form, judgement) },
]

const places = { fileHref: () => '/fil', pageEnd: () => null, answerEnd: () => null }

test('whatever is answered, any form is summed up and shown', () => {
  fc.assert(
    fc.property(fc.oneof(validlyFilled, wildlyFilled), (each) => {
      for (const language of ['sv', 'en'] as const) {
        for (const source of sources(each)) {
          const summary = summarise(each.form, source, contextIn(language))
          const html = renderToStaticMarkup(<Answers summary={summary} {...places} />)
          expect(html).not.toMatch(/>(undefined|NaN|\[object Object\])/)
          for (const { id } of summary.pages) expect(html).toContain(`id="svar-${id}"`)
        }
      }
    }),
    { numRuns: 20, seed: 52, endOnFailure: true },
  )
})

function documentOf({ form, judgement }: FilledForm, state: 'final' | 'draft' | 'empty'): PrintedDocument {
  const record = recordOf(form, judgement)
  const text = canonicalText(record)
  return {
    language: 'sv',
    summary: summarise(
      form,
      state === 'final' ? { state: 'record', record } : { state, judgement, surroundings },
      context,
    ),
    recipient: { name: surroundings.recipient.name },
    agency: surroundings.agency.name,
    at: record.frozenAt,
    affirmation: resolveText(form, form.definition.affirmation, 'sv', { surroundings }),
    content:
      state === 'final'
        ? {
            state,
            record: text,
            recordHash: sha256Hex(text),
            signatory: { name: 'Kim Korallrot', title: 'Chef', organisation: surroundings.recipient.name },
            requestedBy: 'Ylva Ängsull',
            verifyAt: 'https://bidra.example/kontrollera',
            trial: true,
          }
        : { state },
  }
}

test('any form is printed: empty, as a reading copy of anything, and to be signed with what is valid', async () => {
  const cases = fc.oneof(
    validlyFilled.map((each) => ({ each, state: 'final' as const })),
    wildlyFilled.map((each) => ({ each, state: 'draft' as const })),
    validlyFilled.map((each) => ({ each, state: 'empty' as const })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(cases, { minLength: 2, maxLength: 2 }), async (several) => {
      for (const pdf of await Promise.all(several.map(({ each, state }) => renderPdf(documentOf(each, state))))) {
        expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
      }
    }),
    { numRuns: 6, seed: 53, endOnFailure: true },
  )
})

const caseId = '0123abcd-0000-4000-8000-000000000000'
const says = { choice: (text: string) => `”${text}”?`, formula: 'Formel.' }

test('every valid table of any form goes to Excel and comes back as it was', async () => {
  let tables = 0
  await fc.assert(
    fc.asyncProperty(validlyFilled, async ({ form, draft, judgement }) => {
      for (const { question, visible, computed, status, value } of judgement.pages.flatMap((page) => page.questions)) {
        const kind = kindOf(question.kind)
        const whole = form.questions.get(question.id)
        if (!kind || !whole || !visible || computed || status !== 'answered') continue
        const scope = { surroundings, values: judgement.values }
        const own = { ...context, text: (text: { sv: string; en: string }) => resolveText(form, text, 'sv', scope) }
        const shape = kind.sheet(question, own)
        if (!isTable(shape)) continue
        tables += 1
        const typed = draft[question.id]
        const table: TableOfForm = {
          caseId,
          kind,
          question,
          whole,
          contexts: [own],
          typed,
          typedAt: async () => typed,
          refusals: (typed) => refusalsTo(question.id, form, { ...draft, [question.id]: typed }, surroundings, context),
        }
        const xlsx = await writeWorkbook({
          shape,
          rows: rowsOf(shape, kind, whole, typed),
          name: own.text(question.label),
          origin: originText({ caseId, question: question.id, revision: 3 }),
          guide: { name: 'Så gör du', lines: ['Så gör du'] },
          choose: { title: 'Välj', text: 'Välj ur listan.' },
        })
        const sheets = await readSheets(xlsx)
        expect(await compareFile(table, sheets, says, false)).toMatchObject({ changes: [], errors: [], moved: false })
        // Files do not come along into another case.
        if (holdsFiles(form.type(question.id))) continue
        const fresh = await compareFile(
          { ...table, typed: undefined, typedAt: async () => undefined },
          sheets,
          says,
          false,
        )
        expect(fresh?.errors).toEqual([])
        const again = judge(form, { ...draft, [question.id]: fresh?.typed ?? null }, surroundings, context)
        expect(again.values[question.id]).toEqual(value)
      }
    }),
    { numRuns: 60, seed: 54, endOnFailure: true },
  )
  expect(tables).toBeGreaterThan(10)
})
