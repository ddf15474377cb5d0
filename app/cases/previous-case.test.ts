import { expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { previousCase } from './previous-case.server'
import { requestSignature } from './request-signature.server'
import { signAndSubmit } from './sign.server'
import { loadRequest } from './signature.store.server'
import { deadline, filledCase, giveMandate, seedBotkyrka } from './testing/botkyrka'

const now = new Date('2020-12-20T10:00:00Z')

test('last year is shown with its own form: what is gone, what is new, and all of it', async () => {
  const place = await seedBotkyrka()
  const { ylva, kim, organisationId, agencyId, worked } = place
  const before = await filledCase(place, ylva, now)
  const mandateId = await giveMandate(place, kim)
  const requestId = await requestSignature({ caseId: before, mandateId, message: '', requester: ylva, now })
  const { pdfHash } = await loadRequest(requestId)
  await signAndSubmit({ requestId, seenHash: pdfHash, signatory: kim, method: 'demo', now })

  // Next year's form has lost one question, given another another kind, and asks something new.
  const pages = worked.form.definition.pages.map((page) => ({
    ...page,
    questions: page.questions
      .filter(({ id }) => id !== 'trendsGroups')
      .map((question) => (question.id === 'trendsReasons' ? { ...question, kind: 'integer', options: {} } : question)),
  }))
  const extra = { id: 'brandNew', kind: 'text', label: { sv: 'Något nytt', en: 'Something new' } }
  const definition = {
    ...worked.form.definition,
    pages: pages.map((page) => (page.id === 'other' ? { ...page, questions: [...page.questions, extra] } : page)),
    checks: [],
  }
  const version = await db().formVersion.create({
    data: { formId: 'po-return', version: 2, hash: 'f'.repeat(64), definition: JSON.parse(JSON.stringify(definition)) },
  })
  const { id } = await db().case.create({
    data: {
      organisationId,
      agencyId,
      formVersionId: version.id,
      roundId: (
        await db().round.create({
          data: {
            programme: 'personligt-ombud',
            kind: 'return',
            year: 2021,
            formVersionId: version.id,
            opensAt: now,
            deadline: new Date(deadline.getTime() + 365 * 24 * 3_600_000),
            desks: { create: { agencyId, contact: {} } },
            awards: { create: { organisationId, kronor: 1_000_000, posts: 250 } },
          },
        })
      ).id,
    },
  })

  const found = await previousCase(id, 'sv', now)
  expect([found.year, found.caseId]).toEqual([2020, before])
  expect(found.dropped.map((answer) => answer.id).sort()).toEqual(['trendsGroups', 'trendsReasons'])
  expect(found.added).toEqual([{ id: 'brandNew', page: 'other', label: 'Något nytt' }])
  expect(found.summary.pages.length).toBeGreaterThan(8)
  await expect(previousCase(before, 'sv', now)).rejects.toMatchObject({ code: 'notFound' })
})
