import fc from 'fast-check'
import type { LocalText } from '~/forms/text'

/** Texts that a definition may hold, with what has been mistaken for something else somewhere: markup, formulas, live values. */
export const formTexts: readonly string[] = [
  'Antal ombud',
  'Åtgärder – «tidiga» insatser; m.m.',
  'Året {round.year}',
  '{recipient.name} & <b>andra</b>',
  '{{klammer}} $name #set page(width: 1pt) *b* _i_',
  '=1+1',
  '@SUM(A1)',
  '- streck',
  'Kvinnor: totalt',
  'Rad 1',
  'Belopp',
  'Belopp',
  `Lång ${'mening '.repeat(30)}slut`,
  `Ord${'utan'.repeat(40)}mellanrum`,
  'Fråga [q1]',
  '"citat" och \'apostrof\'',
  'tabb\toch\nny rad',
]

const local = fc.constantFrom(...formTexts)

/** A text of a definition, other words in each language. */
export const anyLocal: fc.Arbitrary<LocalText> = fc.record({ sv: local, en: local })

/** Lines that people type, and that spreadsheets and typesetters have mistaken for something else. */
export const typedLines: readonly string[] = [
  'Fältarbete',
  'Á ŋ đ Ω ½ €',
  '=1+1',
  '+46 8 123 456',
  '-5',
  '@SUM(A1)',
  "'007",
  '0012',
  '1e5',
  '1 127 386',
  '2021-01-15',
  'TRUE',
  'ja',
  '#5',
  '_x0041_',
  'a; b, "c"\td | e',
  '{a.q0} {{x}} $\u007By}',
  '#read("/etc/passwd") $x$ *b* _i_ @ref <b>',
  '\\ / : ? * [ ]',
  'null',
  '__proto__',
  'constructor',
  '…',
  'ord '.repeat(49),
]

/** A line that can be printed, without blanks at its ends: a spreadsheet does not keep them. */
export const anyLine: fc.Arbitrary<string> = fc
  .oneof(fc.constantFrom(...typedLines), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }))
  .map((line) => line.trim() || 'x')
