import { afterAll, beforeAll, expect, test } from 'vitest'
import { contributionList } from '~/cases/contributions/list.server'
import { justHappened } from '~/cases/just-happened.server'
import { myCases } from '~/cases/my-cases.server'
import { openCase } from '~/cases/open.server'
import { previousCase } from '~/cases/previous-case.server'
import { db } from '~/platform/db.server'
import { getFile } from '~/platform/files.server'
import { stopVerifying, verifySealed } from '~/signing/verify.server'
import { stopRendering } from '~/views/pdf/render.server'
import { publishProgrammes } from '../publish.server'
import { importRegister } from '../register/import-register.server'
import { demoCase, demoPerson } from './demo.store.server'
import { furnishDemo } from './furnish-demo.server'
import { loadDemo, resetDemo } from './load-demo.server'
import { botkyrka } from './people'

const now = new Date('2021-01-08T09:00:00Z')

beforeAll(async () => {
  await importRegister()
  await publishProgrammes(now)
  await loadDemo(now)
  await furnishDemo(now)
})
afterAll(async () => {
  await stopRendering()
  await stopVerifying()
})

test('last year is signed, sealed and stands beside this year at once', async () => {
  const { id } = await demoCase('po-return', botkyrka, 2019)
  const submission = await db().submission.findFirstOrThrow({ where: { caseId: id } })
  expect(submission.late).toBe(false)
  const { verdict } = await verifySealed(Buffer.from(await getFile(submission.sealedPdfHash ?? '')))
  expect(verdict).toBe('authentic')
  const thisYear = await demoCase('po-return', botkyrka)
  await openCase({ caseId: thisYear.id, officer: await demoPerson('Ylva Ängsull'), now, language: 'sv' })
  expect(await previousCase(thisYear.id, 'sv', now)).toMatchObject({ year: 2019, caseId: id })
})

test('a case is under way: a contribution to accept, one that is waited for, and what colleagues have done', async () => {
  const { id, organisationId } = await demoCase('staffing-return', botkyrka)
  const { contributions } = await contributionList(id, 'sv', now)
  expect(contributions.map(({ status }) => status).sort()).toEqual(['asked', 'handedIn'])
  const ylva = await demoPerson('Ylva Ängsull')
  const events = await justHappened(await myCases([organisationId], 'sv', now), ylva.id, 'sv', now)
  expect(events.filter(({ what }) => what === 'answered').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Bo Blåmes', 'Tuva Tallbit', 'Ylva Ängsull']),
  )
})

test('the inbox holds the letters to those who are asked and to the officer, none of last year', async () => {
  const letters = await db().mail.findMany({ select: { to: true } })
  expect(letters.map(({ to }) => to).sort()).toEqual([
    'eva.ek@botkyrka.example',
    'hedda.havtorn@botkyrka.example',
    'ylva.angsull@botkyrka.example',
  ])
})

test('a reset demonstration is furnished anew', async () => {
  const later = new Date('2021-06-01T09:00:00Z')
  await resetDemo(later)
  await furnishDemo(later)
  expect(await db().submission.count()).toBe(1)
  expect(await db().contribution.count()).toBe(2)
})
