import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { renderPdf, stopRendering } from '~/views/pdf/render.server'
import { sampleDocument } from '~/views/pdf/testing/sample'
import { forgetSigningAuthority, settleTrust, signingAuthority, trustedPem } from './authority.server'
import { seal } from './seal.server'
import { signAsPerson } from './sign.server'
import { signatory, trialAuthority } from './testing/trial'
import { openssl } from './testing/witnesses'
import type { SigningAuthority } from './trial-authority.server'
import { endAnchor, rememberAnchors, rememberedAnchors } from './trust.store.server'
import { stopVerifying, verifySealed } from './verify.server'

const changedAt = new Date('2021-03-01T08:00:00Z')
const days = (count: number) => new Date(changedAt.getTime() + count * 86_400_000)
let rendered: Uint8Array

beforeAll(async () => {
  rendered = await renderPdf(sampleDocument)
})
beforeEach(async () => {
  await db().trustedCertificate.deleteMany({})
  await newRoot()
})
afterAll(async () => {
  await stopRendering()
  await stopVerifying()
})

/** The installation loses its root and makes another, as after a move to a new database. */
async function newRoot(): Promise<SigningAuthority> {
  await db().setting.deleteMany({})
  forgetSigningAuthority()
  return signingAuthority()
}

async function sealed(at: Date, authority: SigningAuthority): Promise<Uint8Array> {
  return seal(await signAsPerson(rendered, { ...signatory, at }, authority), at, authority)
}

const verdict = async (pdf: Uint8Array) => (await verifySealed(pdf)).verdict

test('what was sealed before a change of root verifies after it, and what is sealed afterwards does too', async () => {
  const first = await signingAuthority()
  const before = await sealed(days(-30), first)
  const second = await newRoot()
  await settleTrust(changedAt)
  expect(await verdict(before)).toBe('authentic')
  expect(await verdict(await sealed(days(1), second))).toBe('authentic')
})

test('a document signed before the change and sealed after it verifies', async () => {
  const signed = await signAsPerson(rendered, { ...signatory, at: days(-1) }, await signingAuthority())
  const second = await newRoot()
  await settleTrust(changedAt)
  expect(await verdict(await seal(signed, days(1), second))).toBe('authentic')
})

test('what was replaced cannot seal any more: the time stamp decides', async () => {
  const first = await signingAuthority()
  await newRoot()
  await settleTrust(changedAt)
  expect(await verdict(await sealed(days(1), first))).toBe('untrusted')
})

test('a start with the same certificates ends nothing, and going back to earlier ones makes them trusted again', async () => {
  expect(await settleTrust(changedAt)).toBe(0)
  const earlier = await db().setting.findFirstOrThrow()
  const first = await signingAuthority()
  await newRoot()
  expect(await settleTrust(changedAt)).toBe(3)
  await db().setting.update({ where: { key: earlier.key }, data: { value: earlier.value ?? {} } })
  forgetSigningAuthority()
  await settleTrust(days(1))
  expect(await verdict(await sealed(days(2), first))).toBe('authentic')
})

test('an unknown root is refused until an operator adds it, and after they end it', async () => {
  const stranger = await trialAuthority()
  const before = await sealed(days(-1), stranger)
  expect(await verdict(before)).toBe('untrusted')
  await rememberAnchors(stranger.anchors, changedAt, 'added')
  expect(await verdict(before)).toBe('authentic')
  // The portal's own starts leave alone what an operator has added.
  await settleTrust(changedAt)
  const after = await sealed(days(1), stranger)
  expect(await verdict(after)).toBe('authentic')
  for (const { fingerprint, added } of await rememberedAnchors()) if (added) await endAnchor(fingerprint, changedAt)
  expect([await verdict(before), await verdict(after)]).toEqual(['authentic', 'untrusted'])
})

test('the portal answers others while a large file is being taken apart', async () => {
  const large = Buffer.concat([
    await sealed(changedAt, await signingAuthority()),
    Buffer.alloc(30_000_000, '% a lot\n'),
  ])
  let turns = 0
  const verifying = verifySealed(large)
  let done = false
  void verifying.finally(() => {
    done = true
  })
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve))
    turns++
  }
  expect((await verifying).verdict).toBe('changed')
  expect(turns).toBeGreaterThan(100)
})

test('a year later other programs still agree, with the certificates that the verify page hands out', async () => {
  const lastYear = new Date(Date.now() - 400 * 86_400_000)
  const document = await sealed(lastYear, await signingAuthority())
  const said = await openssl(document, await trustedPem())
  expect(said.map(({ cms, timestamp }) => [cms.ok, timestamp.ok])).toEqual([
    [true, true],
    [true, true],
  ])
})
