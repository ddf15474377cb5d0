import { loadCase } from '~/cases/case.store.server'
import { askContribution } from '~/cases/contributions/ask.server'
import { handInContribution } from '~/cases/contributions/hand-in.server'
import { openContribution } from '~/cases/contributions/open.server'
import { saveContribution } from '~/cases/contributions/save.server'
import { loadForm } from '~/cases/form-versions.store.server'
import { openCase } from '~/cases/open.server'
import { candidates, requestSignature } from '~/cases/request-signature.server'
import { savePage } from '~/cases/save-page.server'
import { sealSubmission } from '~/cases/seal-submission.server'
import { signAndSubmit } from '~/cases/sign.server'
import { loadRequest } from '~/cases/signature.store.server'
import type { Json } from '~/forms/json'
import { transaction } from '~/platform/db.server'
import { deadlineAhead } from '../rounds/deadline'
import { openRound, prepareRound } from '../rounds/open-round.server'
import { clearMail, type DemoCase, demoCase, demoPerson } from './demo.store.server'
import { answersOf2019 } from './last-year'
import { botkyrka, desks, stockholmBoard } from './people'

const hours = (now: Date, count: number) => new Date(now.getTime() + count * 3_600_000)
/** In the morning of a day so many days on. */
const days = (now: Date, count: number) => new Date(hours(now, 24 * count).setUTCHours(8, 42, 7))

/**
 * What somebody who looks around in a new demonstration finds done already: last year's return, signed and sealed, and a case that
 * several work with. Done by the same use cases as people's own work, some seconds of it; once, after the demonstration has been loaded.
 */
export async function furnishDemo(now: Date): Promise<void> {
  await handInLastYear(now)
  await workTogether(now)
}

/** Botkyrka's return for 2019, so that last year stands beside this year. Its letters are old and are not shown. */
async function handInLastYear(now: Date): Promise<void> {
  const { agencyId, organisationId } = await demoCase('po-return', botkyrka)
  const round = await prepareRound({
    formId: 'po-return',
    year: 2019,
    opensAt: days(now, -380),
    deadline: deadlineAhead(now, -333),
    rates: {},
    desks: [{ agencyId, contact: desks[stockholmBoard] ?? {} }],
    recipients: [{ organisationId, agencyId, kronor: 1_093_960, posts: 280, caseNumber: '821-1187-2020' }],
  })
  await transaction((tx) => openRound(tx, round))
  const made = await demoCase('po-return', botkyrka, 2019)
  const ylva = await demoPerson('Ylva Ängsull')
  await openCase({ caseId: made.id, officer: ylva, now: days(now, -370), language: 'sv' })
  const form = await loadForm(made.formVersionId)
  for (const { id } of form.pages) await answer(made, id, ylva, answersOf2019, days(now, -360))
  const [signer] = await candidates(made.id, organisationId, days(now, -350))
  if (!signer) throw new Error('Nobody in the demonstration can sign last year’s return.')
  const requestId = await requestSignature({
    caseId: made.id,
    mandateId: signer.mandate.id,
    message: '',
    requester: ylva,
    now: days(now, -350),
  })
  const { pdfHash: seenHash } = await loadRequest(requestId)
  const signedAt = days(now, -349)
  const signatory = signer.mandate.holder
  const submissionId = await signAndSubmit({ requestId, seenHash, signatory, method: 'demo', now: signedAt })
  if (submissionId) await sealSubmission(submissionId, signedAt)
  await transaction(clearMail)
}

/** The return on more staff, begun by three, with one table handed in by the economist and one that is waited for. */
async function workTogether(now: Date): Promise<void> {
  const made = await demoCase('staffing-return', botkyrka)
  const [ylva, tuva, bo] = await Promise.all(['Ylva Ängsull', 'Tuva Tallbit', 'Bo Blåmes'].map(demoPerson))
  if (!ylva || !tuva || !bo) return
  await openCase({ caseId: made.id, officer: ylva, now: days(now, -3), language: 'sv' })
  await answer(made, 'pandemicPage', ylva, { pandemicAffected: 'no' }, hours(now, -50))
  const persons = {
    worker: { women: '2', men: '0' },
    supervisor: { women: '0', men: '0' },
    administrator: { women: '0', men: '0' },
  }
  await answer(made, 'personsPage', tuva, { persons }, hours(now, -26))
  await answer(made, 'economyComment', bo, { economyComment: 'Inga avvikelser från budgeten.' }, hours(now, -4))
  const ask = (pageId: string, name: string, email: string, message: string, at: Date) =>
    askContribution({
      caseId: made.id,
      pageId,
      questions: [],
      name,
      email,
      message,
      deadline: deadlineAhead(now, 10),
      asker: { id: ylva.id, language: 'sv' },
      now: at,
    })
  await ask(
    'fullTimePage',
    'Hedda Havtorn',
    'hedda.havtorn@botkyrka.example',
    'Räkna på hela året, så som i lönesystemet.',
    hours(now, -25),
  )
  const contributionId = await ask(
    'economy',
    'Eva Ek',
    'eva.ek@botkyrka.example',
    'Bara det som är bokfört på bidraget.',
    hours(now, -25),
  )
  await openContribution({ contributionId, now: hours(now, -23) })
  const costs = { worker: { kronor: '955 473' }, supervisor: { kronor: '0' }, administrator: { kronor: '0' } }
  await saveContribution({ contributionId, posted: { costs }, now: hours(now, -2), language: 'sv' })
  await handInContribution({ contributionId, now: hours(now, -2) })
}

/** Answers a page as an officer would. */
async function answer(
  { id: caseId, formVersionId }: DemoCase,
  pageId: string,
  { id: userId }: { readonly id: string },
  answers: Readonly<Record<string, Json>>,
  now: Date,
): Promise<void> {
  const ids = (await loadForm(formVersionId)).pages.find(({ id }) => id === pageId)?.questions.map(({ id }) => id) ?? []
  const { draft, revision } = await loadCase(caseId)
  const typed = { ...draft, ...answers }
  if (!ids.some((id) => id in answers)) return
  const posted = Object.fromEntries(ids.flatMap((id) => (typed[id] === undefined ? [] : [[id, typed[id]]])))
  await savePage({ caseId, pageId, posted, revision, userId, now, language: 'sv' })
}
