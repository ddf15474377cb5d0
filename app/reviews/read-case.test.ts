import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { submittedAttachment, submittedPdf, submittedRecord } from './documents.server'
import { readCase } from './read-case.server'
import { registerNumber } from './register-number.server'
import { type Handed, handIn, seedPortal, userId } from './testing/seed'

const now = new Date('2020-12-14T09:00:00Z')
let asp: string
let botkyrka: Handed
let nykvarn: Handed

beforeAll(async () => {
  await seedPortal(now)
  asp = await userId('Asp Alkärr')
  botkyrka = await handIn('po-return', '0127', {
    at: now,
    answers: { usedKronor: 1_127_386, remaining: 0, contactReasons: { economy: { women: 79, men: 25 } } },
    explanations: { reasonsEconomyWomen: 'Räknat på alla klienter.' },
    amount: 1_127_386,
    remaining: 0,
  })
  nykvarn = await handIn('po-return', '0140', { at: now, answers: { usedKronor: 5 }, late: true, sealed: false })
})

const openings = (caseId: string) => db().auditEvent.count({ where: { action: 'case.open', entity: `case:${caseId}` } })

describe('reading', () => {
  test('puts a submitted case under review, and is logged once a day and reader', async () => {
    expect((await readCase(botkyrka.caseId, asp, 'sv', now)).state).toBe('underReview')
    await readCase(botkyrka.caseId, asp, 'sv', now)
    expect(await openings(botkyrka.caseId)).toBe(1)
    await readCase(botkyrka.caseId, await userId('Lo Lavskrika'), 'sv', now)
    expect(await openings(botkyrka.caseId)).toBe(2)
    expect(await db().case.findUnique({ where: { id: botkyrka.caseId } })).toMatchObject({ state: 'underReview' })
  })

  test('never takes a case back from where it stands', async () => {
    await db().case.update({ where: { id: botkyrka.caseId }, data: { state: 'approved' } })
    expect((await readCase(botkyrka.caseId, asp, 'sv', now)).state).toBe('approved')
    await db().case.update({ where: { id: botkyrka.caseId }, data: { state: 'underReview' } })
  })

  test('shows figures, signatory and answers from the frozen record', async () => {
    const found = await readCase(botkyrka.caseId, asp, 'sv', now)
    expect(found).toMatchObject({
      awarded: 1_127_386,
      posts: 280,
      amount: 1_127_386,
      remaining: 0,
      signatories: [{ name: 'Kim Korallrot', title: 'Stöd- och utvecklingschef' }],
      recordHash: botkyrka.recordHash,
      sealed: true,
      version: 1,
    })
    expect(found.late).toBe(false)
    expect(JSON.stringify(found.summary)).toContain('79')
  })

  test('is not possible before anything has been handed in', async () => {
    const unopened = await db().case.findFirstOrThrow({ where: { submittedAt: null } })
    await expect(readCase(unopened.id, asp, 'sv', now)).rejects.toMatchObject({ code: 'notFound' })
    await expect(submittedPdf(unopened.id, asp)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('documents', () => {
  test('are the sealed PDF and the record letter by letter, each download logged', async () => {
    const collect = async ({ stream }: { stream: AsyncIterable<Uint8Array> }) => {
      const parts: Uint8Array[] = []
      for await (const part of stream) parts.push(part)
      return Buffer.concat(parts)
    }
    const pdf = await submittedPdf(botkyrka.caseId, asp)
    expect(pdf.fileName).toMatch(/^Botkyrka kommun – .+ 2020\.pdf$/)
    expect(await collect(pdf)).toEqual(Buffer.from(botkyrka.pdf))
    const record = await submittedRecord(botkyrka.caseId, asp)
    expect(JSON.parse((await collect(record)).toString())).toMatchObject({ bidra: 1 })
    expect(await db().auditEvent.count({ where: { action: 'case.download', entity: `case:${botkyrka.caseId}` } })).toBe(
      2,
    )
  })

  test('before sealing is done, the signed document stands in', async () => {
    expect((await readCase(nykvarn.caseId, asp, 'sv', now)).sealed).toBe(false)
    expect((await submittedPdf(nykvarn.caseId, asp)).contentType).toBe('application/pdf')
  })

  test('a hash alone opens nothing', async () => {
    await expect(submittedAttachment(botkyrka.caseId, 'a'.repeat(64), asp)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the case number', () => {
  beforeEach(async () => {
    await db().case.updateMany({ data: { caseNumber: null }, where: { round: { programme: 'personligt-ombud' } } })
  })

  test('is stored tidy, changed and removed, each logged with what was before', async () => {
    expect(await registerNumber(botkyrka.caseId, ' 821-1234-2021 ', asp)).toEqual({ type: 'registered' })
    expect(await registerNumber(botkyrka.caseId, '821-1234-2021', asp)).toEqual({ type: 'unchanged' })
    expect(await registerNumber(botkyrka.caseId, '', asp)).toEqual({ type: 'removed' })
    const events = await db().auditEvent.findMany({ where: { action: 'case.number' }, orderBy: { seq: 'asc' } })
    expect(events.map(({ details }) => details)).toEqual([
      { before: '', after: '821-1234-2021' },
      { before: '821-1234-2021', after: '' },
    ])
  })

  test('of two recipients is never the same, however it is written', async () => {
    await registerNumber(botkyrka.caseId, '821-1234-2021', asp)
    expect(await registerNumber(nykvarn.caseId, '821–01234-2021', asp)).toEqual({
      type: 'taken',
      recipient: 'Botkyrka kommun',
    })
    expect(await registerNumber(botkyrka.caseId, '821-01234-2021', asp)).toEqual({ type: 'registered' })
  })

  test('may be shared by one recipient’s application and return', async () => {
    await registerNumber(botkyrka.caseId, '821-1234-2021', asp)
    const application = await db().case.findFirstOrThrow({
      where: { organisation: { code: '0127' }, formVersion: { formId: 'po-application' } },
    })
    expect(await registerNumber(application.id, '821-1234-2021', asp)).toEqual({ type: 'registered' })
  })

  test('has a longest length', async () => {
    await expect(registerNumber(botkyrka.caseId, '1'.repeat(61), asp)).rejects.toMatchObject({ code: 'invalid' })
  })
})
