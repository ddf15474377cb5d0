import { PDF, rgb, StandardFonts } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPdf, stopRendering } from '~/views/pdf/render.server'
import { sampleDocument } from '~/views/pdf/testing/sample'
import { findSignatures } from './read-signatures.server'
import { seal } from './seal.server'
import { signAsPerson } from './sign.server'
import { sealedSample, signatory, trialAuthority } from './testing/trial'
import { verifySealed } from './verify.server'

type Authority = Awaited<ReturnType<typeof trialAuthority>>

let authority: Authority
let documents: Awaited<ReturnType<typeof sealedSample>>

beforeAll(async () => {
  authority = await trialAuthority()
  documents = await sealedSample(authority)
})
afterAll(stopRendering)

const check = (pdf: Uint8Array) => verifySealed(pdf, authority.anchors)

/** The document with something done to it in a revision of its own. */
async function revised(pdf: Uint8Array, change: (document: PDF) => void | Promise<void>): Promise<Uint8Array> {
  const document = await PDF.load(pdf)
  await change(document)
  return document.save({ incremental: true })
}

describe('an untouched document', () => {
  test('is authentic: signed by whom, for whom, when and how; sealed; nothing changed', async () => {
    const found = await check(documents.sealed)
    expect(found.verdict).toBe('authentic')
    expect(found.changes).toEqual([])
    expect(found.signatures.map((each) => [each.role, each.problems])).toEqual([
      ['person', []],
      ['seal', []],
    ])
    const [person] = found.signatures
    expect(person).toMatchObject({
      name: signatory.name,
      organisation: signatory.organisation,
      title: signatory.title,
      method: 'mailLink',
      intact: true,
      trusted: true,
      timestampValid: true,
      coversContent: true,
      trial: true,
    })
    expect(Date.now() - Date.parse(person?.at ?? '')).toBeLessThan(60_000)
    const content = sampleDocument.content
    expect(found.record).toBe(content.state === 'final' ? content.record : '')
    expect(found.recordHash).toBe(found.statedHash)
    expect(found.intactLength).toBe(documents.sealed.length)
  })

  test('is not sealed before it is, and not signed before that', async () => {
    expect((await check(documents.signed)).verdict).toBe('notSealed')
    expect((await check(documents.rendered)).verdict).toBe('unsigned')
    expect((await check(Buffer.from('not a PDF at all'))).verdict).toBe('unreadable')
  })

  test("is nobody's in the eyes of another installation", async () => {
    const stranger = await trialAuthority()
    const found = await verifySealed(documents.sealed, stranger.anchors)
    expect(found.verdict).toBe('untrusted')
    expect(found.signatures.every((each) => each.intact && !each.trusted)).toBe(true)
  })
})

describe('a changed byte', () => {
  test('is caught wherever it is', async () => {
    const length = documents.sealed.length
    // Spread over the file, and every byte around the places of the signatures.
    const places = [
      ...Array.from({ length: 60 }, (_, i) => Math.floor((i * length) / 60) + (i % 7)),
      ...findSignatures(documents.sealed).flatMap(({ hole, after, cms }) => [
        hole - 60,
        hole - 1,
        hole,
        hole + 1,
        hole + 2 * cms.length - 3,
        hole + 2 * cms.length + 40,
        after - 1,
        after,
        after + 20,
      ]),
      length - 3,
    ]
    for (const place of places) {
      const changed = Uint8Array.from(documents.sealed)
      changed[place] = (changed[place] ?? 0) ^ 0x01
      const { verdict } = await check(changed)
      expect({ place, authentic: verdict === 'authentic' }).toEqual({ place, authentic: false })
    }
  })

  test('in a page makes the verdict «changed», and says which signature no longer fits', async () => {
    const changed = Uint8Array.from(documents.sealed)
    changed[5_000] = (changed[5_000] ?? 0) ^ 0x20
    const found = await check(changed)
    expect(found.verdict).toBe('changed')
    expect(found.signatures.map((each) => each.intact)).toEqual([false, false])
  })
})

describe('an appended revision', () => {
  const box = { x: 40, y: 300, width: 300, height: 200, color: rgb(1, 1, 1) }

  test('with a white box over page 2 is caught, the page named, the signed version still there', async () => {
    const attacked = await revised(documents.sealed, (pdf) => pdf.getPage(1)?.drawRectangle(box))
    const found = await check(attacked)
    expect(found.verdict).toBe('changed')
    expect(found.changes).toEqual([{ page: 2, what: 'page' }])
    expect(found.signatures.map((each) => [each.intact, each.coversContent])).toEqual([
      [true, false],
      [true, false],
    ])
    expect(found.intactLength).toBe(documents.sealed.length)
    expect((await check(attacked.subarray(0, found.intactLength))).verdict).toBe('authentic')
  })

  test('is caught between signature and seal, although the seal covers it', async () => {
    const attacked = await revised(documents.signed, (pdf) => pdf.getPage(0)?.drawRectangle(box))
    const found = await check(await seal(attacked, new Date(), authority))
    expect(found.verdict).toBe('changed')
    expect(found.changes).toEqual([{ page: 1, what: 'page' }])
    expect(found.signatures.map((each) => each.coversContent)).toEqual([false, true])
  })

  test.each<[string, (pdf: PDF) => void | Promise<void>]>([
    [
      'text on a page',
      (pdf) => pdf.getPage(0)?.drawText('1 000 000 kr', { x: 60, y: 60, font: StandardFonts.Helvetica }),
    ],
    ['a turned page', (pdf) => pdf.getPage(0)?.setRotation(90)],
    ['another page', (pdf) => void pdf.addPage({ width: 200, height: 200 })],
    ['a removed page', (pdf) => void pdf.removePage(1)],
    ['an attachment', (pdf) => void pdf.addAttachment('extra.json', new TextEncoder().encode('{}'))],
    ['another title', (pdf) => pdf.setTitle('Something else', { showInWindowTitleBar: true })],
    [
      'a note on a page',
      (pdf) => void pdf.getPage(0)?.addTextAnnotation({ rect: { x: 1, y: 1, width: 90, height: 90 }, contents: 'x' }),
    ],
    ['a form field', (pdf) => void pdf.getOrCreateForm().createTextField('amount')],
  ])('with %s is caught', async (_, change) => {
    expect((await check(await revised(documents.sealed, change))).verdict).toBe('changed')
  })

  test('of bytes that change nothing is caught too', async () => {
    const found = await check(Buffer.concat([documents.sealed, Buffer.from('\n% hello\n')]))
    expect(found.verdict).toBe('changed')
    expect(found.changes).toEqual([{ what: 'appended' }])
  })

  test('with the signature of a stranger is not authentic', async () => {
    const stranger = await trialAuthority()
    const found = await check(await signAsPerson(documents.sealed, { ...signatory, at: new Date() }, stranger))
    expect(found.verdict).toBe('untrusted')
  })
})

test("a person's certificate cannot seal, and a seal needs the seal's own subject", async () => {
  const posing = {
    ...authority,
    seal: await authority.issue({ ...signatory, name: 'Bidra e-seal, på prov (trial)', at: new Date() }),
  }
  const found = await check(await seal(documents.signed, new Date(), posing))
  expect(found.signatures.map((each) => each.role)).toEqual(['person', 'person'])
  expect(found.verdict).toBe('notSealed')
})

test('a record that is not what the document states is caught', async () => {
  const { content } = sampleDocument
  if (content.state !== 'final') throw new Error('The sample is to be signed')
  const wrong = await renderPdf({ ...sampleDocument, content: { ...content, record: '{"answers":{}}' } })
  const signed = await signAsPerson(wrong, { ...signatory, at: new Date() }, authority)
  expect((await check(await seal(signed, new Date(), authority))).verdict).toBe('changed')
})

test('whatever the file, there is an answer', async () => {
  const { sealed } = documents
  const cut = Array.from({ length: 15 }, (_, i) => sealed.subarray(0, Math.floor((i * sealed.length) / 15)))
  const doubled = Buffer.concat([sealed, sealed])
  const twisted = Buffer.from(sealed.toString(), 'latin1')
  for (const file of [...cut, doubled, twisted, new Uint8Array(), Buffer.from('%PDF-1.7\n/ByteRange [0 1 2 3]')]) {
    expect((await check(file)).verdict).not.toBe('authentic')
  }
})
