import { beforeEach, describe, expect, test } from 'vitest'
import type { Json } from '~/forms/json'
import { contributionOfLink } from '~/platform/access/facts.server'
import { db } from '~/platform/db.server'
import { loadCase } from '../case.store.server'
import { historyOfCase } from '../history.server'
import { openCase } from '../open.server'
import { savePage } from '../save-page.server'
import { type Botkyrka, seedBotkyrka } from '../testing/botkyrka'
import { storeForm } from '../testing/stored-form'
import { acceptContribution } from './accept.server'
import { askContribution } from './ask.server'
import { handInContribution } from './hand-in.server'
import { contributionList } from './list.server'
import { openContribution } from './open.server'
import { proposalOf } from './proposal.server'
import { receivedContribution, stepOfContribution } from './received.server'
import { remindContributor, remindContributors } from './remind.server'
import { saveContribution } from './save.server'
import { sendBackContribution } from './send-back.server'
import { activitiesForm } from './testing/activities'
import { withdrawContribution } from './withdraw.server'

const now = new Date('2020-12-20T10:00:00Z')
const later = new Date('2020-12-21T10:00:00Z')
const deadline = new Date('2021-01-08T22:59:59Z')
const over = new Date('2021-01-09T08:00:00Z')

let place: Botkyrka
let caseId: string

const typeInCase = async (posted: Readonly<Record<string, Json>>, pageId = 'activities', userId = place.ylva.id) =>
  savePage({
    caseId,
    pageId,
    posted: JSON.parse(JSON.stringify(posted)),
    revision: (await loadCase(caseId)).revision,
    userId,
    now,
    language: 'sv',
  })
const draftOfCase = async () => (await loadCase(caseId)).draft
const ask = (more: Partial<Parameters<typeof askContribution>[0]> = {}) =>
  askContribution({
    caseId,
    pageId: 'activities',
    questions: [],
    name: 'Eva Ek',
    email: 'eva.ek@ekonomi.example',
    message: 'Bara 2020.',
    deadline,
    asker: { id: place.ylva.id, language: 'sv' },
    now,
    ...more,
  })
const save = (contributionId: string, posted: Readonly<Record<string, Json>>, at = now) =>
  saveContribution({ contributionId, posted: JSON.parse(JSON.stringify(posted)), now: at, language: 'sv' })
/** Asked, opened, typed and handed in. */
const handedIn = async (posted: Readonly<Record<string, Json>>) => {
  const contributionId = await ask()
  await openContribution({ contributionId, now })
  await save(contributionId, posted)
  await handInContribution({ contributionId, now })
  return contributionId
}
const proposal = (contributionId: string) => proposalOf(caseId, contributionId, 'sv', later)
const accept = async (contributionId: string, units: readonly string[], seen?: string) =>
  acceptContribution({
    caseId,
    contributionId,
    units,
    seen: seen ?? (await proposal(contributionId)).seen,
    officerId: place.bo.id,
    now: later,
  })
const changesOf = async (contributionId: string) =>
  (await proposal(contributionId)).questions.flatMap(({ changes }) =>
    changes.map(({ id, what, name, conflict }) => [id, what, name, ...(conflict ? [conflict.by] : [])]),
  )
const letters = async () =>
  (await db().mail.findMany({ orderBy: { id: 'asc' } })).map(({ to, subject, text }) => ({ to, subject, text }))
const secretIn = (text: string) => /\/underlag\/([\w-]{43})/.exec(text)?.[1]
const actions = async () =>
  (await db().auditEvent.findMany({ where: { entity: `case:${caseId}` }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )

beforeEach(async () => {
  if (!place) {
    place = await seedBotkyrka()
    await storeForm(activitiesForm)
  }
  await db().rateLimit.deleteMany()
  await db().mail.deleteMany()
  const { id: formVersionId } = await db().formVersion.findFirstOrThrow({ where: { formId: 'activities-return' } })
  const { roundId, organisationId, agencyId, ylva } = place
  await db().case.deleteMany({ where: { organisationId } })
  caseId = (await db().case.create({ data: { roundId, organisationId, agencyId, formVersionId } })).id
  await openCase({ caseId, officer: ylva, now, language: 'sv' })
  await typeInCase({ total: '987654', secret: 'Hemligt' }, 'money')
  await typeInCase({
    activities: [
      { name: 'Fältarbete', cost: '44 023' },
      { name: 'Ungdomsmottagning', cost: '120 000' },
      { name: 'Utbildning', cost: '9 500' },
    ],
    comment: 'Preliminärt',
  })
})

const threeRows = {
  r1: { _at: '1', name: 'Fältarbete', cost: '45 000' },
  r2: { _at: '2', name: 'Ungdomsmottagning', cost: '120 000' },
  r3: { _at: '3', _gone: '1' },
  new4: { _at: '4', name: 'Föreläsning', cost: '3 000' },
}

describe.sequential('a contribution by link', () => {
  test('is asked for by a letter, opened by a click, saved, handed in, and accepted; the history says whose it was', async () => {
    const id = await ask()
    const [letter] = await letters()
    expect(letter).toMatchObject({
      to: 'eva.ek@ekonomi.example',
      subject: expect.stringContaining('Ylva Ängsull ber dig'),
    })
    expect(letter?.text).toContain('Bara 2020.')
    const secret = secretIn(letter?.text ?? '')
    expect(await contributionOfLink(secret)).toBe(id)
    expect(JSON.stringify(await db().contributionLink.findMany())).not.toContain(secret)
    expect(await contributionOfLink('A'.repeat(43))).toBeUndefined()

    // Nothing can be written before the click.
    await expect(save(id, { comment: 'Robot' })).rejects.toMatchObject({ code: 'closed' })
    await openContribution({ contributionId: id, now })
    const saved = await save(id, { activities: threeRows, comment: '' })
    expect(saved.revision).toBe(1)
    await handInContribution({ contributionId: id, now })
    expect((await letters()).at(-1)).toMatchObject({ to: place.ylva.email, subject: expect.stringContaining('Eva Ek') })
    expect(await draftOfCase()).toMatchObject({ comment: 'Preliminärt', activities: { r1: { cost: '44 023' } } })

    const changes = await changesOf(id)
    expect(changes.map(([, what, name]) => [what, name])).toEqual([
      ['changed', 'Fältarbete'],
      ['removed', 'Utbildning'],
      ['added', 'Föreläsning'],
      ['removed', ''],
    ])
    expect(
      await accept(
        id,
        changes.map(([unit]) => String(unit)),
      ),
    ).toBe('done')
    const { activities, comment } = await draftOfCase()
    expect(comment).toBeUndefined()
    expect(Object.values(Object(activities))).toMatchObject([
      { name: 'Fältarbete', cost: '45 000' },
      { name: 'Ungdomsmottagning' },
      { name: 'Föreläsning' },
    ])
    const { rows } = await historyOfCase(caseId, 'sv', later)
    expect(rows[0]).toMatchObject({ by: 'Bo Blåmes', from: 'Eva Ek' })
    expect(await actions()).toEqual([
      'contribution.asked',
      'contribution.opened',
      'contribution.handedIn',
      'contribution.accepted',
    ])
    expect((await receivedContribution(id, 'sv', later)).status).toBe('accepted')
    await expect(save(id, { comment: 'För sent' })).rejects.toMatchObject({ code: 'closed' })
    await expect(db().contribution.update({ where: { id }, data: { name: 'Någon annan' } })).rejects.toThrow()
  })

  test('is accepted row by row: what is not ticked stays as it was', async () => {
    const id = await handedIn({ activities: threeRows })
    expect(await accept(id, ['activities.r1', 'activities.r2'])).toBe('done')
    const { activities, comment } = await draftOfCase()
    expect(activities).toMatchObject({ r1: { cost: '45 000' }, r3: { cost: '9 500' } })
    expect(Object.keys(Object(activities))).toHaveLength(3)
    expect(comment).toBe('Preliminärt')
  })

  test('can be handed in again until it is accepted: what an officer has not seen is not accepted', async () => {
    const id = await handedIn({ comment: 'Först' })
    const { seen } = await proposal(id)
    await save(id, { comment: 'Sedan' }, later)
    await handInContribution({ contributionId: id, now: later })
    await handInContribution({ contributionId: id, now: later })
    expect((await letters()).filter(({ to }) => to === place.ylva.email)).toHaveLength(2)
    expect(await accept(id, ['comment'], seen)).toBe('again')
    expect(await draftOfCase()).toMatchObject({ comment: 'Preliminärt' })
    expect(await accept(id, ['comment'])).toBe('done')
    expect(await draftOfCase()).toMatchObject({ comment: 'Sedan' })
    await expect(accept(id, ['comment'])).rejects.toMatchObject({ code: 'stale' })
  })

  test('merges with what officers have changed meanwhile, and shows where both have changed the same row', async () => {
    const id = await handedIn({ activities: threeRows })
    const { seen } = await proposal(id)
    await typeInCase(
      {
        activities: {
          r1: { _at: '1', name: 'Fältarbete', cost: '48 000' },
          r2: { _at: '2', name: 'Ungdomsmottagning', cost: '130 000' },
        },
      },
      'activities',
      place.bo.id,
    )
    expect(await accept(id, ['activities.r1'], seen)).toBe('again')
    const changes = await changesOf(id)
    expect(changes).toContainEqual(['activities.r1', 'changed', 'Fältarbete', 'Bo Blåmes'])
    expect(changes.map(([, what, name]) => [what, name])).not.toContainEqual(['changed', 'Ungdomsmottagning'])
    await accept(
      id,
      changes.filter((change) => change.length === 3).map(([unit]) => String(unit)),
    )
    const { activities } = await draftOfCase()
    expect(activities).toMatchObject({ r1: { cost: '48 000' }, r2: { cost: '130 000' } })
    expect(Object.values(Object(activities)).map((row) => Object(row).name)).toContain('Föreläsning')
  })

  test('what was chosen over a later change stands', async () => {
    const id = await handedIn({ activities: threeRows })
    await typeInCase({ activities: { r1: { _at: '1', name: 'Fältarbete', cost: '48 000' } } })
    expect(await accept(id, ['activities.r1'])).toBe('done')
    expect(await draftOfCase()).toMatchObject({ activities: { r1: { cost: '45 000' } } })
  })

  test('tells nothing of the rest of the case', async () => {
    const id = await ask({ questions: ['activities'] })
    await openContribution({ contributionId: id, now })
    const told = await stepOfContribution(id, 'sv', now)
    expect(told.step?.questions.map((question) => question.id)).toEqual(['activities'])
    const shown = JSON.stringify([
      told,
      await saveContribution({ contributionId: id, posted: { comment: 'x', secret: 'y' }, now, language: 'sv' }),
      await letters(),
    ]).replaceAll('\u00a0', '')
    for (const secret of ['987654', 'Hemligt', 'Preliminärt', '814131']) expect(shown).not.toContain(secret)
    const { draft } = await db().contribution.findUniqueOrThrow({ where: { id } })
    expect(Object.keys(Object(draft))).toEqual(['activities'])
  })

  test('only what somebody else can answer can be asked for', async () => {
    for (const questions of [['left'], ['attachments'], ['total'], ['nothing']])
      await expect(ask({ questions })).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask({ pageId: 'nothing' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask({ deadline: now })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('a case that waits for a signature accepts nothing, but can be contributed to; one that is submitted neither', async () => {
    const id = await handedIn({ comment: 'Nytt' })
    const { seen } = await proposal(id)
    await db().case.update({ where: { id: caseId }, data: { state: 'awaitingSignature' } })
    await expect(accept(id, ['comment'], seen)).rejects.toMatchObject({ code: 'locked' })
    await expect(ask()).rejects.toMatchObject({ code: 'locked' })
    await save(id, { comment: 'Ännu nyare' })
    await db().case.update({ where: { id: caseId }, data: { state: 'submitted' } })
    await expect(accept(id, ['comment'], seen)).rejects.toMatchObject({ code: 'closed' })
    await expect(save(id, { comment: 'För sent' })).rejects.toMatchObject({ code: 'closed' })
    expect((await receivedContribution(id, 'sv', later)).status).toBe('over')
  })

  test('its own deadline ends it, and whoever asked sees so', async () => {
    const id = await ask()
    await openContribution({ contributionId: id, now })
    await expect(save(id, { comment: 'Sent' }, over)).rejects.toMatchObject({ code: 'closed' })
    await expect(handInContribution({ contributionId: id, now: over })).rejects.toMatchObject({ code: 'closed' })
    expect((await receivedContribution(id, 'sv', over)).status).toBe('expired')
    expect((await contributionList(caseId, 'sv', over)).contributions[0]?.status).toBe('expired')
    await expect(remindContributor({ caseId, contributionId: id, now: over })).rejects.toMatchObject({ code: 'stale' })
  })

  test('is reminded of two days before, once', async () => {
    const id = await ask()
    const soon = new Date(deadline.getTime() - 40 * 3_600_000)
    await remindContributors(now)
    expect(await letters()).toHaveLength(1)
    await remindContributors(soon)
    await remindContributors(soon)
    const sent = await letters()
    expect(sent.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('ber dig'),
      expect.stringContaining('Påminnelse'),
    ])
    // Both links lead there.
    for (const { text } of sent) expect(await contributionOfLink(secretIn(text))).toBe(id)
  })

  test('is sent back with words and a later day, and withdrawn with a word to the other', async () => {
    const id = await handedIn({ comment: 'Oklart' })
    await sendBackContribution({
      caseId,
      contributionId: id,
      officerId: place.ylva.id,
      words: 'Skriv vilket konto.',
      deadline: new Date('2021-01-12T22:59:59Z'),
      now: later,
    })
    expect((await letters()).at(-1)?.text).toContain('Skriv vilket konto.')
    expect(await receivedContribution(id, 'sv', over)).toMatchObject({
      status: 'sentBack',
      reply: 'Skriv vilket konto.',
    })
    await expect(accept(id, ['comment'])).rejects.toMatchObject({ code: 'stale' })
    await save(id, { comment: 'Konto 4010' }, over)
    await handInContribution({ contributionId: id, now: over })
    const other = { caseId: place.roundId, contributionId: id, officerId: place.bo.id, now: over }
    await expect(withdrawContribution(other)).rejects.toMatchObject({ code: 'notFound' })
    await withdrawContribution({ ...other, caseId })
    expect((await letters()).at(-1)?.subject).toContain('behövs inte längre')
    await expect(openContribution({ contributionId: id, now: over })).rejects.toMatchObject({ code: 'closed' })
    expect(await draftOfCase()).toMatchObject({ comment: 'Preliminärt' })
  })

  test('two windows with the same link lose nothing of each other', async () => {
    const id = await ask()
    await openContribution({ contributionId: id, now })
    const known = { activities: { r1: { _at: '1', name: 'Fältarbete', cost: '44 023' } }, comment: 'Preliminärt' }
    const saveKnown = (posted: typeof known) =>
      saveContribution({ contributionId: id, posted, known, now, language: 'sv' })
    await saveKnown({ ...known, comment: 'Från den ena' })
    await saveKnown({ ...known, activities: { r1: { _at: '1', name: 'Fältarbete', cost: '50 000' } } })
    const { draft } = await db().contribution.findUniqueOrThrow({ where: { id } })
    expect(draft).toMatchObject({
      comment: 'Från den ena',
      activities: { r1: { cost: '50 000' }, r3: { cost: '9 500' } },
    })
  })
})
