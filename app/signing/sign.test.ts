import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stopRendering } from '~/views/pdf/render.server'
import { sealedSample, signatory, trialAuthority } from './testing/trial'
import { askAbout, openssl, pdfsig } from './testing/witnesses'

describe('a sealed document, in the eyes of programs that share no code with the portal', () => {
  let rootPem: string
  let documents: Awaited<ReturnType<typeof sealedSample>>

  beforeAll(async () => {
    const authority = await trialAuthority()
    rootPem = authority.rootPem
    documents = await sealedSample(authority)
  })
  afterAll(stopRendering)

  test('is signed by the person, then sealed, both valid and trusted', async () => {
    const { text } = await pdfsig(documents.sealed, rootPem)
    expect(text.match(/Signature is Valid/g)).toHaveLength(2)
    expect(text.match(/Certificate is Trusted/g)).toHaveLength(2)
    expect(text.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2)
    expect(text).toContain(`Certificate Common Name: ${signatory.name}`)
    expect(text).toContain('Total document signed')
    expect(text.indexOf('Underskrift')).toBeLessThan(text.indexOf('Stampel'))
  })

  test('is not trusted by those who do not know the root', async () => {
    const stranger = await trialAuthority()
    const { text } = await pdfsig(documents.sealed, stranger.rootPem)
    expect(text).not.toContain('Certificate is Trusted')
  })

  test('has CAdES signatures with time stamps that OpenSSL accepts', async () => {
    const said = await openssl(documents.sealed, rootPem)
    expect(said).toHaveLength(2)
    for (const { cms, timestamp } of said) {
      expect(cms.text).toContain('CAdES Verification successful')
      expect(cms.ok).toBe(true)
      expect(timestamp.text).toContain('Verification: OK')
    }
  })

  test('signs content type, digest and certificate, and states no signing time in the CMS', async () => {
    for (const { printed } of await openssl(documents.sealed, rootPem)) {
      const own = printed.slice(printed.indexOf('signedAttrs:'), printed.indexOf('unsignedAttrs:'))
      expect(own).toContain('contentType')
      expect(own).toContain('messageDigest')
      expect(own).toContain('signingCertificateV2')
      expect(own).not.toContain('signingTime')
    }
  })

  test("says in the person's certificate for whom, how they signed in, and that it is on trial", async () => {
    const { text } = await pdfsig(documents.sealed, rootPem)
    expect(text).toContain('O=Botkyrka kommun')
    expect(text).toContain('NTRSE-212000-2882')
    expect(text).toContain('title=Stöd- och utvecklingschef')
    expect(text).toContain('Signed in to Bidra by: mailLink')
    expect(text).toContain('Bidra på prov (trial)')
  })

  test('is sound, keeps its structure, and the bytes before each signature are untouched', async () => {
    const { rendered, signed, sealed } = documents
    expect(Buffer.compare(sealed.subarray(0, rendered.length), rendered)).toBe(0)
    expect(Buffer.compare(sealed.subarray(0, signed.length), signed)).toBe(0)
    expect((await askAbout(sealed, 'qpdf', '--check', 'PDF')).text).toContain('No syntax or stream encoding errors')
    expect((await askAbout(sealed, 'pdfinfo', 'PDF')).text).toMatch(/Tagged:\s+yes/)
    const before = await askAbout(rendered, 'pdfinfo', '-struct-text', 'PDF')
    expect((await askAbout(sealed, 'pdfinfo', '-struct-text', 'PDF')).text).toBe(before.text)
  })
})
