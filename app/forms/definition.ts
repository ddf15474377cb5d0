import { z } from 'zod'
import { languages } from './text'

/** A question's, page's, check's or option's id: an identifier that is no CEL word. */
const celWords = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(
    ' ',
  ),
)
export const identifier = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'An id starts with a small letter and holds only letters and digits.')
  .refine((id) => !celWords.has(id), 'The id is a word of the expression language.')
  .refine(
    (id) => !(id in Object.prototype),
    'The id is a word of JavaScript that would be mistaken for something else.',
  )

/** A text in every language of the portal. Publishing refuses a form that lacks one of them. */
export const localText = z.object(
  Object.fromEntries(languages.map((language) => [language, z.string().min(1)])) as Record<'sv' | 'en', z.ZodString>,
)

/** A CEL expression, type-checked against the form when it is published. */
export const expression = z.string().min(1).max(1000)

/** Help that opens on demand. */
const more = z.strictObject({ title: localText, text: localText })

/**
 * One question. `options` belongs to the kind and is checked by it.
 *
 * - `visible`: shown and asked only when true. Hidden answers are kept, never judged, never submitted.
 * - `optional`: true, or an expression; a visible question must otherwise be answered.
 * - `value`: computed, never typed; its type must be the kind's.
 * - `missing`: what is said when it must be answered and is not, where the kind's own words would say too little.
 * - `prefill`: typed in when the case is opened. With `locked`, it cannot be changed where the prefill gave something.
 * - `follows`: id of the question that it hangs under (indented; only looks).
 * - `group`: heading above this and the following questions of the page, until the next one.
 */
export const question = z.strictObject({
  id: identifier,
  kind: z.string(),
  number: z.string().optional(),
  label: localText,
  help: localText.optional(),
  more: more.optional(),
  missing: localText.optional(),
  group: localText.optional(),
  follows: identifier.optional(),
  visible: expression.optional(),
  optional: z.union([z.boolean(), expression]).default(false),
  value: expression.optional(),
  prefill: expression.optional(),
  locked: z.boolean().default(false),
  /** Where a locked value comes from, in words. */
  source: localText.optional(),
  options: z.record(z.string(), z.unknown()).default({}),
})

/**
 * A page: one subject. Without questions it is a text to read (`text`: paragraphs split by empty lines, «- » lists).
 */
export const page = z.strictObject({
  id: identifier,
  number: z.string().optional(),
  title: localText,
  lead: localText.optional(),
  text: localText.optional(),
  more: more.optional(),
  visible: expression.optional(),
  questions: z.array(question).default([]),
})

/**
 * A rule across questions. It is judged when every question in `at` is visible; `holds` is true when all is well.
 * `at` names the questions (or cells: «clients.women.total») that are marked, the first being where the error links to.
 * `each` repeats the check: every `$name` in id, when, holds, at and text is replaced; text gets the words of `as`.
 * A warning passes when it is explained in words.
 */
export const check = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9$]*$/),
  severity: z.enum(['error', 'warning']).default('error'),
  when: expression.optional(),
  holds: expression,
  at: z.array(z.string()).min(1),
  text: localText,
  each: z.record(z.string(), z.array(z.strictObject({ id: z.string(), as: localText.optional() })).min(1)).optional(),
})

/** A form: from it come pages, validation, summary, PDF, reviewer's screen and export. */
export const formDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  programme: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['application', 'return', 'survey']),
  /** Who reviews: the county board of the recipient's county, or one national agency. */
  reviewer: z.enum(['county', 'national']),
  title: localText,
  /** For lists and e-mails, without the year. */
  shortTitle: localText,
  legalBasis: z.string().optional(),
  /** What is told before the officer starts. */
  intro: localText.optional(),
  /** Rates that the round must hold, whole kronor. */
  rates: z.array(identifier).default([]),
  /** Whether the award is needed to open a case. */
  award: z.boolean().default(false),
  /** Figures for the signing page, lists and exports: question ids. */
  figures: z
    .strictObject({
      /** Money applied for, or used. */
      amount: identifier.optional(),
      /** Money left to pay back. */
      remaining: identifier.optional(),
      /** Other questions that the signatory sees first. */
      key: z.array(identifier).default([]),
    })
    .default({ key: [] }),
  /** The wording above the signature. */
  affirmation: localText,
  pages: z.array(page).min(1),
  checks: z.array(check).default([]),
})

export type FormDefinition = z.output<typeof formDefinition>
/** As it is written: defaults may be left out. */
export type FormSource = z.input<typeof formDefinition>
export type Page = z.output<typeof page>
export type Check = z.output<typeof check>
export type Question<Options = Record<string, unknown>> = Omit<z.output<typeof question>, 'options'> & {
  readonly options: Options
}
