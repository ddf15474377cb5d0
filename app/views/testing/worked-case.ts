import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CompiledForm, parseForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import type { FormContext } from '~/forms/kind-port'
import { prefill } from '~/forms/prefill'
import { type CaseRecord, canonicalText, freeze, sha256Hex } from '~/forms/record'
import type { Surroundings } from '~/forms/surroundings'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { registerOf } from '~/kinds/register'
import { kindOf } from '~/kinds/registry.server'
import { municipalities } from '~/platform/municipalities.server'
import { projectRoot } from '~/platform/root.server'
import type { PrintedDocument } from '../pdf/document'
import { summarise } from '../summary/summarise'

const programmes = join(projectRoot(), 'app/programmes')

/** A worked case of a built-in programme, judged and frozen, for tests of whatever is made from a record. */
export interface WorkedCase {
  readonly form: CompiledForm
  readonly surroundings: Surroundings
  readonly draft: Draft
  readonly judgement: Judgement
  readonly record: CaseRecord
  readonly recordText: string
  readonly context: FormContext
}

let compiled: ReadonlyMap<string, CompiledForm> | undefined

/** Every form of every built-in programme, by id; read once, as compiling them all takes a second. */
export function builtInForms(): ReadonlyMap<string, CompiledForm> {
  compiled ??= compileAll()
  return compiled
}

function compileAll(): ReadonlyMap<string, CompiledForm> {
  const files = readdirSync(programmes, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.form.yaml'),
  )
  const forms = files.map((file) => parseForm(readFileSync(join(programmes, file), 'utf8'), kindOf))
  return new Map(forms.map((form) => [form.definition.id, form]))
}

/** The case in `app/programmes/<path>.json`, e.g. «personligt-ombud/cases/po-return-botkyrka-2020». */
export function workedCase(path: string, language: Language = 'sv'): WorkedCase {
  const source = JSON.parse(readFileSync(join(programmes, `${path}.json`), 'utf8'))
  const surroundings: Surroundings = source.surroundings
  const form = builtInForms().get(source.form)
  if (!form) throw new RangeError(`There is no form «${source.form}»`)
  const context = contextOf(surroundings, language)
  return workedOf(form, draftOf(form, source.answers, surroundings, context), surroundings, language)
}

/** Answers to a form, judged and frozen. */
export function workedOf(form: CompiledForm, draft: Draft, surroundings: Surroundings, language: Language): WorkedCase {
  const context = contextOf(surroundings, language)
  const judgement = judge(form, draft, surroundings, context)
  const record = freeze(form, judgement, {
    case: { id: '01a2', caseNumber: '821-1234-2021', ownCaseNumber: 'SN 2021:1' },
    round: {
      programme: form.definition.programme,
      kind: form.definition.kind,
      year: surroundings.round.year,
      deadline: surroundings.round.deadline,
    },
    surroundings,
    formVersion: 1,
    frozenAt: new Date('2021-01-15T09:30:00Z'),
  })
  return { form, surroundings, draft, judgement, record, recordText: canonicalText(record), context }
}

export function contextOf(surroundings: Surroundings, language: Language): FormContext {
  return { language, register: registerOf(municipalities()), recipientCode: surroundings.recipient.code }
}

function draftOf(
  form: CompiledForm,
  answers: Readonly<Record<string, Json>>,
  surroundings: Surroundings,
  context: FormContext,
): Draft {
  const prefilled = prefill(form, surroundings, context)
  const typed = Object.entries(answers).flatMap(([key, answer]): [string, Json][] => {
    const question = form.questions.get(key)
    if (!question) return [[key, answer]]
    const read = question.locked && key in prefilled ? undefined : form.kind(key).read(answer, question)
    return read === undefined ? [] : [[key, read]]
  })
  return { ...prefilled, ...Object.fromEntries(typed) }
}

/** The document of a worked case: final as it would be signed, or one of the copies. */
export function documentOf(worked: WorkedCase, state: 'final' | 'draft' | 'empty'): PrintedDocument {
  const { form, surroundings, judgement, record, recordText, context } = worked
  const { recipient, agency } = surroundings
  return {
    language: context.language,
    summary: summarise(
      form,
      state === 'final' ? { state: 'record', record } : { state, judgement, surroundings },
      context,
    ),
    recipient: {
      name: recipient.name,
      ...(recipient.contact.board !== undefined && { board: recipient.contact.board }),
      ...(recipient.orgNumber !== undefined && { orgNumber: recipient.orgNumber }),
    },
    agency: agency.name,
    caseNumber: '821-1234-2021',
    ownCaseNumber: 'SN 2021:1',
    deadline: surroundings.round.deadline,
    at: record.frozenAt,
    affirmation: resolveText(form, form.definition.affirmation, context.language, { surroundings }),
    content:
      state === 'final'
        ? {
            state,
            record: recordText,
            recordHash: sha256Hex(recordText),
            signatory: {
              name: 'Kim Korallrot',
              title: 'Stöd- och utvecklingschef',
              organisation: recipient.name,
              decision: 'Delegationsordning 2020, punkt 4.3',
            },
            requestedBy: 'Ylva Ängsull',
            verifyAt: 'https://bidra.example/kontrollera',
            trial: true,
          }
        : { state },
  }
}
