import { type Browser, expect, type Page } from '@playwright/test'
import { handInContribution } from '~/cases/contributions/hand-in.server'
import { openContribution } from '~/cases/contributions/open.server'
import { saveContribution } from '~/cases/contributions/save.server'
import { addOrganisation, addUser, signInAs } from '~/platform/access/testing/world'
import { db } from '~/platform/db.server'
import { askFor } from './contribution'
import { pdf } from './files'
import { save } from './fill-in'
import { type Fields, Visitor } from './visitor'
import { fillReturn, makeTown, type Person, type Town } from './world'

/** Whose browser it is. The officers of three towns, because one town has few cases. */
export type Role =
  | 'nobody'
  | 'officer'
  | 'economist'
  | 'colleague'
  | 'neighbour'
  | 'idle'
  | 'signatory'
  | 'chief'
  | 'administrator'
  | 'reviewer'
  | 'manager'
  | 'city'

/** A world in which a case stands in every state that a page can show. */
export interface EveryState {
  readonly people: Readonly<Record<Exclude<Role, 'nobody'>, Person>>
  /** What stands in the braces of an address: «{open}» is the id of an open case. */
  readonly places: Readonly<Record<string, string>>
  /** A document that is sealed. */
  readonly sealed: Buffer
}

/** A browser of one's own in which this person is signed in. */
export async function enterAs(browser: Browser, baseURL: string, person?: Person): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, reducedMotion: 'reduce' })).newPage()
  if (person) {
    const [name = '', value = ''] = (await signInAs(person.id)).split('=')
    await page.context().addCookies([{ name, value, url: baseURL }])
  }
  return page
}

/** Makes the world. What people do in it they do over HTTP, as a browser without script would; one file is put in its page. */
export async function makeEveryState(id: string, browser: Browser, baseURL: string): Promise<EveryState> {
  const [busy, steady, third] = [await makeTown(`${id}a`), await makeTown(`${id}b`), await makeTown(`${id}c`)]
  const idle = await addUser(
    { [await addOrganisation('municipality', `Stillhets kommun ${id}`)]: ['officer'] },
    { name: 'Iris Igelkott', email: `iris.${id}@stillhet.example` },
  )
  const { organisationId: agencyId } = await db().membership.findFirstOrThrow({ where: { userId: busy.reviewer.id } })
  const details = { name: 'Lena Lavskrika', email: `lena.${id}@provlandet.example` }
  const people = {
    officer: busy.officer,
    economist: busy.economist,
    colleague: steady.officer,
    neighbour: third.officer,
    idle,
    signatory: busy.signatory,
    chief: steady.signatory,
    administrator: busy.administrator,
    reviewer: busy.reviewer,
    manager: await addUser({ [agencyId]: ['programmeManager'] }, details),
    // Of the demonstration: a city that has passed its award on.
    city: await db().user.findFirstOrThrow({ where: { name: 'Stina Stare' } }),
  }
  const open = await fillReturn(busy)
  await messUp(browser, baseURL, open, busy)
  await post(baseURL, busy.officer, `/arenden/${busy.cases.youth}`)
  await post(baseURL, steady.officer, `/arenden/${steady.cases.application}`)
  const asked = await fillReturn(busy, 'lateReturn')
  await askToSign(baseURL, busy, asked)

  const sealedCase = await fillReturn(steady, 'lateReturn')
  const { id: toSign, pdfHash } = await askToSign(baseURL, steady, sealedCase)
  await post(baseURL, steady.signatory, `/skriv-under/${toSign}`, { accept: 'on', seenHash: pdfHash })
  const document = await visitor(baseURL, steady.officer)
  const handedIn = () => document.get(`/arenden/${sealedCase}/handling.pdf`)
  await expect.poll(async () => (await handedIn()).status).toBe(200)
  // Opened after last year's was handed in, which stands beside it.
  const complete = await fillReturn(steady)
  const sealed = (await handedIn()).bytes

  const declined = await fillReturn(third)
  const { id: toDecline } = await askToSign(baseURL, third, declined)
  const reason = 'Summan för lokaler stämmer inte med bokslutet.'
  await post(baseURL, third.signatory, `/skriv-under/${toDecline}/avboj`, { reason })

  const links = await contribute(open, busy.officer)
  const roundOf = async (caseId: string) =>
    (await db().case.findUniqueOrThrow({ where: { id: caseId }, select: { roundId: true } })).roundId
  const requestOf = async (caseId: string) =>
    (await db().signatureRequest.findFirstOrThrow({ where: { caseId }, select: { id: true } })).id
  const { sha256 } = await db().attachment.findFirstOrThrow({ where: { caseId: open }, select: { sha256: true } })
  const passedOn = await db().case.findFirstOrThrow({
    where: {
      organisation: { memberships: { some: { userId: people.city.id } } },
      formVersion: { formId: 'prio-city-return' },
    },
    select: { id: true },
  })
  const { id: mail } = await db().mail.findFirstOrThrow({ select: { id: true } })
  return {
    people,
    sealed,
    places: {
      open,
      begun: steady.cases.application,
      youth: busy.cases.youth,
      unopened: busy.cases.application,
      complete,
      asked,
      declined,
      sealed: sealedCase,
      passedOn: passedOn.id,
      elsewhere: third.cases.youth,
      request: await requestOf(asked),
      signed: await requestOf(sealedCase),
      refused: await requestOf(declined),
      round: await roundOf(sealedCase),
      quietRound: await roundOf(busy.cases.application),
      file: sha256,
      mail,
      person: busy.officer.id,
      ...links,
      mandated: busy.signatory.id,
    },
  }
}

/** Three who have been asked: one has not opened the link, one is filling in, one has handed in. */
async function contribute(caseId: string, officer: Person) {
  const now = new Date()
  const ask = (pageId: string) => askFor({ caseId, pageId, email: `eva.${officer.id}@ekonomi.example` }, officer)
  const [asked, begun, given] = [await ask('economy'), await ask('clients'), await ask('society')]
  for (const { id } of [begun, given]) await openContribution({ contributionId: id, now })
  const page = { contributionId: given.id, now, language: 'sv' } as const
  await saveContribution({ ...page, posted: { shortcomings: 'Samverkan med hälso- och sjukvården har ökat.' } })
  await handInContribution({ contributionId: given.id, now })
  const path = (link: string) => link.replace('/underlag/', '')
  return { contribution: given.id, unread: path(asked.link), filling: path(begun.link), given: path(given.link) }
}

const visitor = async (baseURL: string, { id }: Person) =>
  new Visitor(baseURL, (await signInAs(id)).replace('bidra=', ''))

/** Posts as this person; an error unless it leads on, as what succeeds does. */
async function post(baseURL: string, person: Person, path: string, fields: Fields = {}): Promise<void> {
  const { status, text } = await (await visitor(baseURL, person)).post(path, fields)
  if (status !== 302 && status !== 303) throw new Error(`${path}: ${status} ${text}`)
}

/** The town's officer asks its signatory to sign a case that is filled in. */
async function askToSign(baseURL: string, { officer, signatory }: Town, caseId: string) {
  const mandate = await db().mandate.findFirstOrThrow({ where: { holderId: signatory.id } })
  await post(baseURL, officer, `/arenden/${caseId}/underskrift`, { mandate: mandate.id })
  return db().signatureRequest.findFirstOrThrow({ where: { caseId, state: 'open' } })
}

/** Answers that are wrong, missing and in conflict, and a file. */
async function messUp(browser: Browser, baseURL: string, caseId: string, { officer, economist }: Town): Promise<void> {
  const saved = async (person: Person, on: string, fields: Fields) =>
    (await visitor(baseURL, person)).post(`/arenden/${caseId}/sida/${on}/spara`, fields)
  await saved(officer, 'economy', { usedKronor: '1 082 940', revision: '2' })
  await saved(economist, 'economy', { usedKronor: '1 082 941', revision: '2' })
  await saved(officer, 'clients', { 'clientsAll.a65plus.women': '50', 'clientsAll.a18to29.men': 'elva', revision: '3' })
  await saved(officer, 'society', { views: '', shortcomings: 'x'.repeat(1_001), revision: '4' })
  const page = await enterAs(browser, baseURL, officer)
  await page.goto(`/arenden/${caseId}/sida/economy`)
  await page.locator('input[type="file"]').setInputFiles(pdf('Protokollsutdrag Ånge.pdf'))
  await save(page)
  await page.waitForURL((url) => !url.pathname.endsWith('/economy') || url.search !== '')
  await page.context().close()
}
