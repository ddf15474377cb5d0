import { z } from 'zod'
import { ofAllLanguages, ofOneLanguage } from './schema-words'
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
export const localText = z
  .strictObject(
    Object.fromEntries(
      languages.map((language) => {
        const words = { error: ofOneLanguage(language) }
        return [language, z.string(words).min(1, words)]
      }),
    ) as Record<'sv' | 'en', z.ZodString>,
    { error: ofAllLanguages },
  )
  .meta({ id: 'text', description: 'A text in every language. May hold live values: {award.kronor | kr}.' })

/** A CEL expression, type-checked against the form when it is published. */
export const expression = z.string().min(1).max(1000).meta({ id: 'expression', description: 'A CEL expression.' })

/** Help that opens on demand. */
const more = z
  .strictObject({ title: localText, text: localText })
  .meta({ id: 'more', description: 'Help that opens on demand.' })

/** Where something stands on the paper form: keys of the lines of docs/field-map, which a script and a test read. */
const paper = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .meta({ id: 'paper', description: 'The line or lines of the paper form that it comes from: «5a». Changes nothing.' })

// What a member is for stands in its description, which editors show: it is part of the published JSON Schema.

/** One question. `options` belongs to the kind and is checked by it. */
export const question = z
  .strictObject({
    id: identifier.describe('Unique in the form; what expressions and records call the answer.'),
    kind: z.string().describe('The kind of question: text, money, choice …'),
    number: z.string().optional().describe('The official number: 5a.'),
    paper: paper.optional(),
    label: localText,
    help: localText.optional().describe('Short help, always shown.'),
    more: more.optional(),
    missing: localText
      .optional()
      .describe('What is said when it is not answered, where the words of the kind would say too little.'),
    group: localText.optional().describe('A heading above this and the following questions, until the next one.'),
    follows: identifier.optional().describe('The question before it that it hangs under. Only looks.'),
    visible: expression
      .optional()
      .describe('Asked only when true. Hidden answers are kept, never judged, never submitted.'),
    optional: z
      .union([z.boolean(), expression])
      .default(false)
      .describe('true, or when it need not be answered. Everything visible must be, otherwise.'),
    value: expression.optional().describe('Computed, never typed. Its type must be that of the kind.'),
    prefill: expression.optional().describe('Typed in when the case is opened. Cannot read answers of this form.'),
    locked: z.boolean().default(false).describe('Cannot be changed where the prefill gave something.'),
    source: localText.optional().describe('Where a locked value comes from, in words.'),
    was: identifier.optional().describe('The id that the question had before: last year’s answer is found by it, too.'),
    moved: z
      .strictObject({
        percent: z.int().min(1).describe('How much it may move, in per cent of last year’s figure.'),
        atLeast: z.int().min(1).default(1).describe('Smaller moves pass, in what the expressions count in.'),
        cells: z.array(z.string()).min(1).optional().describe('Of a count table: «total.women». All, otherwise.'),
      })
      .optional()
      .describe('A figure that has moved this much since last year is explained in words.'),
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'question' })

/** A page: one subject. Without questions it is a text to read. */
export const page = z
  .strictObject({
    id: identifier,
    number: z.string().optional(),
    paper: paper.optional(),
    title: localText,
    lead: localText.optional().describe('One or two sentences under the title.'),
    text: localText.optional().describe('Paragraphs split by empty lines; lines that begin with «- » are a list.'),
    more: more.optional(),
    visible: expression.optional().describe('The page is there only when true.'),
    repeat: z
      .strictObject({
        name: identifier.describe('«$name» stands for the id in expressions, for the words in texts.'),
        over: identifier.optional().describe('A question for choices or yes-no-list: a page for each that is chosen.'),
        of: z
          .array(z.strictObject({ id: identifier, as: localText }))
          .min(1)
          .optional()
          .describe('What the page is repeated for, where no question says it.'),
      })
      .optional()
      .describe('The page is there once for each; expressions read «a.page.id.question».'),
    internal: z
      .boolean()
      .optional()
      .describe('For the recipient alone: never part of what is signed and handed in, nor read by what is.'),
    questions: z.array(question).default([]),
  })
  .meta({ id: 'page' })

/** A rule across questions. A warning passes when it is explained in words. */
export const check = z
  .strictObject({
    id: z.string().regex(/^[a-z][A-Za-z0-9$]*$/, 'An id holds only letters and digits, and the $names of «each».'),
    paper: paper.optional(),
    severity: z
      .enum(['error', 'warning', 'stop'])
      .default('error')
      .describe('A warning passes when it is explained in words. A stop hides the pages after it, too.'),
    when: expression.optional().describe('The rule is judged only when true.'),
    holds: expression.describe('True when all is well. Not judged where it has no value.'),
    rows: z
      .string()
      .optional()
      .describe(
        'A table («activities»), or a table in its rows («areas.activities»): judged once per row, as «row», and «outer».',
      ),
    at: z
      .array(z.string())
      .min(1)
      .describe(
        'The questions or cells («clients.total.women») that are marked; the first is linked to. All must be visible.',
      ),
    text: localText.describe('What is wrong, and how it is put right.'),
    each: z
      .record(z.string(), z.array(z.strictObject({ id: z.string(), as: localText.optional() })).min(1))
      .optional()
      .describe(
        'Repeats the rule: every $name in id, when, holds, at and text is replaced, in a text by the words of «as».',
      ),
  })
  .meta({ id: 'check' })

/** How the districts of a city account for what it has passed on to them: their form, and its figures by question id. */
const passedOn = z
  .strictObject({
    form: z.string().describe('The id of the form that the districts fill in.'),
    figures: z.strictObject({
      received: identifier.describe('Filled in from the award and locked.'),
      used: identifier.optional(),
      accrued: identifier.optional().describe('Moved to the next year; used and accrued are what was received.'),
      planned: identifier.optional().describe('Of what is accrued.'),
    }),
  })
  .meta({ id: 'passedOn', description: 'A city passes the award on to its districts and compiles their returns.' })

const kronor = z.int().min(0)

const rateTable = z
  .strictObject({
    id: identifier.describe('What expressions call it.'),
    label: localText.describe('What it is called where a round is opened.'),
    by: z
      .array(z.strictObject({ id: identifier, label: localText }))
      .min(1)
      .optional()
      .describe('An amount for each of these categories.'),
    years: z
      .array(z.int().min(-20).max(20))
      .min(1)
      .optional()
      .describe('An amount for each of these years, counted from that of the round: 0 is its own, 1 the one after.'),
    amounts: z
      .record(z.string(), z.union([kronor, z.record(z.string().regex(/^\d{4}$/, 'A year has four digits.'), kronor)]))
      .optional()
      .describe('The amounts by category, or by category and year, where the form knows them and no round sets them.'),
  })
  .meta({ id: 'rate', description: 'An amount, or a table of amounts by category and year; whole kronor.' })

/** A rate: its id alone, or with what it is called and what it depends on. */
const rate = z.union([identifier, rateTable])

/** Somebody who signs beside the signatory, with a mandate for exactly that. */
const signer = z
  .strictObject({
    id: identifier.describe('What a mandate is for: «controller». Forms that use the same id mean the same.'),
    role: localText.describe('What the person signs as.'),
    affirmation: localText
      .optional()
      .describe('The wording above this signature, where it is another than the form’s.'),
  })
  .meta({ id: 'signer', description: 'A further signer, bound to a role.' })

/** An application of several: the recipient leads, and the others are named in it. */
const joint = z
  .strictObject({
    partners: identifier.describe('A question for municipalities: who else is in it.'),
    certificate: z
      .strictObject({
        role: localText.describe('What a partner’s signatory signs as: Co-applicant.'),
        affirmation: localText.describe('What is certified for the partner, above its signature.'),
      })
      .optional()
      .describe('Each partner signs, too, by its own signatory, before the case can be handed in.'),
  })
  .meta({ id: 'joint', description: 'Who is named as a partner cannot hand in for itself in the same round.' })

/** A form: from it come pages, validation, summary, PDF, reviewer's screen and export. */
export const formDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'A form’s id holds small letters, digits and hyphens.'),
  programme: z.string().regex(/^[a-z][a-z0-9-]*$/, 'A programme’s id holds small letters, digits and hyphens.'),
  kind: z.enum(['application', 'return', 'survey']),
  reviewer: z
    .enum(['county', 'national'])
    .describe('Who reviews: the county board of the recipient’s county, or one national agency.'),
  title: localText,
  shortTitle: localText.describe('For lists and e-mails, without the year.'),
  legalBasis: z.string().optional(),
  intro: localText.optional().describe('What is told before the officer starts.'),
  rates: z.array(rate).default([]).describe('Amounts that the round must hold, whole kronor, or tables of them.'),
  award: z.boolean().default(false).describe('Whether the award is needed to open a case.'),
  figures: z
    .strictObject({
      amount: identifier.optional().describe('Money applied for, or used.'),
      remaining: identifier.optional().describe('Money left to pay back.'),
      key: z.array(identifier).default([]).describe('Other questions that the signatory sees first.'),
      per: identifier
        .optional()
        .describe('A number: an award is so much for each, and is worked out when all applications are in.'),
    })
    .default({ key: [] })
    .describe('Figures for the signing page, lists and exports: question ids.'),
  districts: passedOn.optional(),
  joint: joint.optional(),
  affirmation: localText.describe('The wording above the signature.'),
  signers: z.array(signer).min(1).max(5).optional().describe('Who signs beside the signatory; all must.'),
  pages: z.array(page).min(1),
  checks: z.array(check).default([]),
})

export type FormDefinition = z.output<typeof formDefinition>
/** As it is written: defaults may be left out. */
export type FormSource = z.input<typeof formDefinition>
export type RateTable = z.output<typeof rateTable>
export type Rate = z.output<typeof rate>
export type Page = z.output<typeof page>
export type Check = z.output<typeof check>
export type FurtherSigner = z.output<typeof signer>
export type Question<Options = Record<string, unknown>> = Omit<z.output<typeof question>, 'options'> & {
  readonly options: Options
}
