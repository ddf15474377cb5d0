import { prefill } from '~/forms/prefill'
import type { PersonDetails, Surroundings } from '~/forms/surroundings'
import type { Language } from '~/forms/text'
import { transaction } from '~/platform/db.server'
import { beginCase, loadCase, previousSubmission, type StoredCase } from './case.store.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'
import { recordChange } from './history.store.server'
import { readRecord } from './read-record'
import { lockCase } from './signature.store.server'

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
  const unopened = await loadCase(input.caseId)
  if (unopened.state !== 'notOpened') return
  const form = await loadForm(unopened.formVersionId)
  const previous = await previousSubmission(unopened)
  await transaction(async (tx) => {
    // Held first: an import of awards that is under way is waited for, and what it has brought is copied.
    await lockCase(tx, input.caseId)
    const stored = await loadCase(input.caseId, tx)
    const surroundings = surroundingsNow(stored, input.officer, previous)
    const draft = prefill(form, surroundings, formContext(input.language, stored.recipientCode))
    const changes = Object.entries(draft).map(([key, after]) => ({ key, before: null, after }))
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

function surroundingsNow(
  stored: StoredCase,
  officer: PersonDetails,
  previous: Awaited<ReturnType<typeof previousSubmission>>,
): Surroundings {
  const { name, email, title, phone } = officer
  return {
    ...stored.surroundings,
    officer: { name, email, ...(title ? { title } : {}), ...(phone ? { phone } : {}) },
    ...(previous ? { previous: { year: previous.year, answers: readRecord(previous.record).answers } } : {}),
  }
}
