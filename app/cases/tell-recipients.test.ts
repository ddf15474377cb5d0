import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { runJobs } from '~/platform/jobs.server'
import { mailJobs } from '~/platform/mail.server'
import { type MailServer, startMailServer } from '~/platform/testing/mail-server'
import { signAndSubmit } from './sign.server'
import { tellRecipients } from './tell-recipients.server'
import { askToSign, type Botkyrka, deadline, filledCase, giveMandate, seedBotkyrka } from './testing/botkyrka'

const opensAt = new Date('2020-11-01T00:00:00Z')
const morning = (day: string) => new Date(`${day}T08:30:00Z`)
let place: Botkyrka
let server: MailServer
let caseId = ''

beforeAll(async () => {
  place = await seedBotkyrka()
  await db().user.update({ where: { id: place.alva.id }, data: { language: 'en' } })
})

/** A case that nobody has opened, nothing told. */
beforeEach(async () => {
  server = await startMailServer()
  const { roundId, organisationId, agencyId } = place
  await db().case.deleteMany({})
  await db().mail.deleteMany({})
  const { formVersionId } = await db().round.findUniqueOrThrow({ where: { id: roundId } })
  caseId = (await db().case.create({ data: { roundId, organisationId, agencyId, formVersionId } })).id
})

afterEach(() => server.stop())

const letters = () => db().mail.findMany({ orderBy: { to: 'asc' }, select: { to: true, subject: true, text: true } })
/** What has been written since the last time. */
async function told(now: Date) {
  const before = new Set((await db().mail.findMany({ select: { id: true } })).map(({ id }) => id))
  await tellRecipients(now)
  const all = await db().mail.findMany({ orderBy: { to: 'asc' } })
  return all.filter(({ id }) => !before.has(id))
}
const everybody = () => [place.alva.email, place.bo.email, place.ylva.email, 'soc@botkyrka.se'].sort()

describe.sequential('an invitation', () => {
  test('goes out when the round opens and not before, to each in their language, and arrives', async () => {
    expect(await told(new Date(opensAt.getTime() - 1))).toEqual([])
    expect((await told(opensAt)).map(({ to }) => to)).toEqual(everybody())
    const [english, ...swedish] = await letters()
    expect(english).toMatchObject({
      to: place.alva.email,
      subject: expect.stringMatching(
        /^Time to account for: Personal representatives 2020, by Friday\s15\sJanuary\s2021$/,
      ),
    })
    expect(swedish.map(({ subject }) => subject)).toEqual(
      swedish.map(() =>
        expect.stringMatching(/^Dags att redovisa: Personligt ombud 2020, senast fredag\s15\sjanuari\s2021$/),
      ),
    )
    expect(swedish[0]?.text).toContain('har öppnat årets återrapportering för Botkyrka kommun.')
    expect(swedish[0]?.text).toContain(`/arenden/${caseId}`)
    await runJobs(mailJobs)
    expect(server.received).toHaveLength(4)
  })

  test('goes out once, however many processes there are, however often', async () => {
    await Promise.all([tellRecipients(opensAt), tellRecipients(opensAt), tellRecipients(opensAt)])
    await tellRecipients(morning('2020-11-02'))
    expect(await letters()).toHaveLength(4)
  })

  test('goes to whoever is added later, and waits for the award where there can be no case without', async () => {
    const key = { roundId_organisationId: { roundId: place.roundId, organisationId: place.organisationId } }
    const { kronor } = await db().award.findUniqueOrThrow({ where: key })
    await db().award.update({ where: key, data: { kronor: null } })
    expect(await told(morning('2020-12-01'))).toEqual([])
    await db().award.update({ where: key, data: { kronor } })
    expect(await told(morning('2020-12-02'))).toHaveLength(4)
  })

  test('so late that it says it all needs no reminder on the same day', async () => {
    expect(await told(morning('2021-01-12'))).toHaveLength(4)
    expect(await told(morning('2021-01-12'))).toEqual([])
    expect((await told(morning('2021-01-14'))).map(({ subject }) => subject)).toContain(
      '1 dag kvar: Personligt ombud 2020',
    )
  })
})

describe.sequential('reminders', () => {
  beforeEach(async () => {
    await tellRecipients(opensAt)
  })

  test('come 7 days and 1 day before, in the morning, once each', async () => {
    expect(await told(morning('2021-01-07'))).toEqual([])
    expect(await told(new Date('2021-01-08T05:59:00Z'))).toEqual([])
    const week = await told(morning('2021-01-08'))
    expect(week.map(({ to }) => to)).toEqual(everybody())
    expect(week.at(-1)).toMatchObject({
      subject: '7 dagar kvar: Personligt ombud 2020',
      text: expect.stringContaining('Botkyrka kommun har inte börjat än.\n\nNästa steg: öppna ärendet.'),
    })
    expect(await told(morning('2021-01-09'))).toEqual([])
    await Promise.all([tellRecipients(morning('2021-01-14')), tellRecipients(morning('2021-01-14'))])
    expect(await told(new Date('2021-01-15T20:00:00Z'))).toEqual([])
    expect(await letters()).toHaveLength(12)
    expect(await told(new Date(deadline.getTime() + 1))).toEqual([])
  })

  test('that were missed while the portal was down say how much is left', async () => {
    const late = await told(morning('2021-01-11'))
    expect(late.map(({ subject }) => subject)).toContain('4 dagar kvar: Personligt ombud 2020')
    expect((await told(morning('2021-01-15'))).map(({ subject }) => subject)).toContain(
      'Sista dagen är i dag: Personligt ombud 2020',
    )
  })

  test('keep to more time that has been given', async () => {
    await tellRecipients(morning('2021-01-08'))
    await db().case.update({ where: { id: caseId }, data: { extendedTo: new Date('2021-01-29T22:59:59.999Z') } })
    expect(await told(morning('2021-01-14'))).toEqual([])
    const again = await told(morning('2021-01-22'))
    expect(again.map(({ subject }) => subject)).toContain('7 dagar kvar: Personligt ombud 2020')
    expect(again.at(-1)?.text).toContain('29\u00a0januari 2021')
  })
})

describe.sequential('a reminder says', () => {
  test('how far it has come and the next step; the signatory gets one too; nobody after it is handed in', async () => {
    await db().mandate.deleteMany({})
    caseId = await filledCase(place, place.ylva, morning('2020-12-01'))
    await tellRecipients(morning('2020-12-01'))
    const [officer] = await told(morning('2021-01-08'))
    expect(
      (await letters()).some(({ text }) =>
        /(\d+) av \1 sidor är klara.*\n\nNästa steg: be om underskrift\./.test(text),
      ),
    ).toBe(true)
    expect(officer).toBeDefined()
    const mandateId = await giveMandate(place, place.kim)
    const people = { requester: place.ylva, signatory: place.kim }
    const sign = await askToSign(caseId, { mandateId, ...people, now: morning('2021-01-13') })
    await db().mail.deleteMany({})
    const last = await told(morning('2021-01-14'))
    expect(last.map(({ to }) => to)).toEqual([...everybody(), place.kim.email].sort())
    const toKim = last.find(({ to }) => to === place.kim.email)
    expect(toKim?.text).toContain('Nästa steg: Kim Korallrot läser och skriver under.')
    expect(toKim?.text).toContain(`/skriv-under/${sign.requestId}`)
    await signAndSubmit({ ...sign, now: morning('2021-01-14') })
    await db().caseNotice.deleteMany({})
    expect(await told(morning('2021-01-15'))).toEqual([])
  })
})
