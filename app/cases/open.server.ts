import { prefill } from '~/forms/prefill'
import type { PersonDetails, Surroundings } from '~/forms/surroundings'
import type { Language } from '~/forms/text'
import { transaction } from '~/platform/db.server'
import { beginCase, loadCase, previousAnswers, type StoredCase } from './case.store.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'
import { recordChange } from './history.store.server'
import { readRecord } from './read-record'

/**
 * Opens a case for an officer: the round's form, the award, the organisation's contact details and last year's answers
 * are copied in, and what the form can fill in is filled in. Opening twice changes nothing.
 */
export async function openCase(input: {
  caseId: string
  officer: PersonDetails & { readonly id: string }
  now: Date
  language: Language
}): Promise<void> {
  const stored = await loadCase(input.caseId)
  if (stored.state !== 'notOpened') return
  const form = await loadForm(stored.formVersionId)
  const surroundings = await surroundingsNow(stored, input.officer)
  const draft = prefill(form, surroundings, formContext(input.language, stored.recipientCode))
  const changes = Object.entries(draft).map(([key, after]) => ({ key, before: null, after }))
  await transaction(async (tx) => {
    const begun = await beginCase(tx, {
      caseId: stored.id,
      surroundings,
      draft,
      userId: input.officer.id,
      now: input.now,
    })
    if (begun)
      await recordChange(tx, {
        caseId: stored.id,
        revision: 1,
        userId: input.officer.id,
        at: input.now,
        page: null,
        changes,
      })
  })
}

async function surroundingsNow(stored: StoredCase, officer: PersonDetails): Promise<Surroundings> {
  const previous = await previousAnswers(stored)
  const { name, email, title, phone } = officer
  return {
    ...stored.surroundings,
    officer: { name, email, ...(title ? { title } : {}), ...(phone ? { phone } : {}) },
    ...(previous ? { previous: { year: previous.year, answers: readRecord(previous.record).answers } } : {}),
  }
}
