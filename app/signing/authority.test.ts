import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pkijs from 'pkijs'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { forgetEnv } from '~/platform/env.server'
import { renderPdf, stopRendering } from '~/views/pdf/render.server'
import { sampleDocument } from '~/views/pdf/testing/sample'
import { forgetSigningAuthority, isTrial, signingAuthority } from './authority.server'
import { seal } from './seal.server'
import { signAsPerson } from './sign.server'
import { loadTrialAuthority } from './store.server'
import { signatory, trialAuthority } from './testing/trial'
import { openssl, pdfsig, witness } from './testing/witnesses'
import { verifySealed } from './verify.server'

afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
  forgetSigningAuthority()
})
afterAll(stopRendering)

async function sealed(): Promise<Uint8Array> {
  const signed = await signAsPerson(await renderPdf(sampleDocument), { ...signatory, at: new Date() })
  return seal(signed, new Date())
}

describe('without configuration', () => {
  test('the installation makes one trial authority, whoever asks first, and keeps it', async () => {
    const made = await Promise.all([loadTrialAuthority(), loadTrialAuthority(), loadTrialAuthority()])
    expect(new Set(made.map((each) => each.root)).size).toBe(1)
    expect((await loadTrialAuthority()).root).toBe(made[0]?.root)
    expect(await isTrial()).toBe(true)
    const document = await sealed()
    forgetSigningAuthority()
    expect((await verifySealed(document)).verdict).toBe('authentic')
  })
})

describe('with a seal, an issuer and a time stamp service of its own', () => {
  let folder: string
  let service: Server
  let answer: 'stamp' | 'refuse' | 'wrong' = 'stamp'
  const at = (name: string) => join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bidra-pki-'))
    const elliptic = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']
    const rsa = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
    const make = async (name: string, issuer: string | undefined, extensions: string, key = elliptic) => {
      await writeFile(at(`${name}.cnf`), extensions)
      await witness('openssl', 'genpkey', ...key, '-out', at(`${name}.key`))
      const request = ['req', '-new', '-key', at(`${name}.key`), '-subj', `/O=Testmyndigheten/CN=${name}`]
      await witness('openssl', ...request, '-out', at(`${name}.csr`))
      const by = issuer
        ? ['-CA', at(`${issuer}.pem`), '-CAkey', at(`${issuer}.key`), '-CAcreateserial']
        : ['-signkey', at(`${name}.key`)]
      const { ok, text } = await witness(
        'openssl',
        'x509',
        '-req',
        '-in',
        at(`${name}.csr`),
        ...by,
        '-days',
        '30',
        '-out',
        at(`${name}.pem`),
        '-extfile',
        at(`${name}.cnf`),
      )
      if (!ok) throw new Error(text)
    }
    const authority =
      'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n'
    await make('root', undefined, authority)
    await make('issuer', 'root', `${authority}authorityKeyIdentifier=keyid\n`)
    await make(
      'seal',
      'root',
      'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\nextendedKeyUsage=emailProtection\n',
      rsa,
    )
    await make(
      'stamps',
      'root',
      'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n',
    )
    const pem = async (...names: string[]) =>
      (await Promise.all(names.map(async (name) => (await witness('cat', at(name))).text))).join('\n')
    await writeFile(at('issuer-all.pem'), await pem('issuer.key', 'issuer.pem', 'root.pem'))
    const { ok } = await witness(
      'openssl',
      'pkcs12',
      '-export',
      '-in',
      at('seal.pem'),
      '-inkey',
      at('seal.key'),
      '-certfile',
      at('root.pem'),
      '-passout',
      'pass:hemligt',
      '-out',
      at('seal.p12'),
    )
    if (!ok) throw new Error('No P12')
    await writeFile(at('serial'), '01\n')
    await writeFile(
      at('tsa.cnf'),
      `[tsa]\ndefault_tsa=t\n[t]\nserial=${at('serial')}\nsigner_cert=${at('stamps.pem')}\nsigner_key=${at('stamps.key')}\n` +
        'signer_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n',
    )
    // A time stamp service of OpenSSL's: it shares no code with the portal.
    service = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', async () => {
        if (answer === 'refuse') {
          response.writeHead(503).end()
          return
        }
        await writeFile(at('query'), Buffer.concat(chunks))
        if (answer === 'wrong')
          await witness('openssl', 'ts', '-query', '-data', at('root.pem'), '-sha256', '-cert', '-out', at('query'))
        await witness(
          'openssl',
          'ts',
          '-reply',
          '-config',
          at('tsa.cnf'),
          '-queryfile',
          at('query'),
          '-out',
          at('reply'),
        )
        const { readFile } = await import('node:fs/promises')
        response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(await readFile(at('reply')))
      })
    })
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    service.close()
    await rm(folder, { recursive: true })
  })

  const configure = () => {
    const address = service.address()
    const port = typeof address === 'object' && address ? address.port : 0
    vi.stubEnv('BIDRA_SEAL_P12', at('seal.p12'))
    vi.stubEnv('BIDRA_SEAL_PASSWORD', 'hemligt')
    vi.stubEnv('BIDRA_ISSUER_PEM', at('issuer-all.pem'))
    vi.stubEnv('BIDRA_TIMESTAMP_URL', `http://127.0.0.1:${port}/`)
    vi.stubEnv('BIDRA_TIMESTAMP_ROOTS', at('root.pem'))
    forgetEnv()
    forgetSigningAuthority()
  }

  test('documents are no longer on trial, and everybody agrees on them', async () => {
    configure()
    answer = 'stamp'
    expect(await isTrial()).toBe(false)
    const document = await sealed()
    const found = await verifySealed(document)
    expect(found.signatures.map((each) => [each.role, each.problems])).toEqual([
      ['person', []],
      ['seal', []],
    ])
    expect(found).toMatchObject({ verdict: 'authentic', trial: false })
    const root = (await witness('cat', at('root.pem'))).text
    expect((await pdfsig(document, root)).text.match(/Signature is Valid/g)).toHaveLength(2)
    for (const said of await openssl(document, root)) {
      expect(said.cms.text).toContain('CAdES Verification successful')
      expect(said.timestamp.text).toContain('Verification: OK')
    }
  })

  test('what was made on trial before is still known', async () => {
    const before = await sealed()
    configure()
    expect((await verifySealed(before)).verdict).toBe('authentic')
  })

  test.each(['refuse', 'wrong'] as const)(
    'nothing is signed when the time stamp service answers with: %s',
    async (how) => {
      configure()
      answer = how
      await expect(sealed()).rejects.toThrow(/time stamp/)
    },
  )

  test('a certificate under the same root that is not the seal cannot seal', async () => {
    configure()
    answer = 'stamp'
    const own = await signingAuthority()
    const other = await trialAuthority()
    const signed = await signAsPerson(await renderPdf(sampleDocument), { ...signatory, at: new Date() })
    const posing = await verifySealed(await seal(signed, new Date(), { ...own, seal: other.seal }))
    expect(posing.verdict).toBe('untrusted')
  })

  test('settings that cannot work are refused by name', async () => {
    configure()
    vi.stubEnv('BIDRA_TIMESTAMP_ROOTS', '')
    forgetEnv()
    await expect(signingAuthority()).rejects.toThrow(/BIDRA_TIMESTAMP_ROOTS/)
  })
})

test('the name of a certificate holds any letter, and no more than X.520 allows', async () => {
  const authority = await trialAuthority()
  const holder = await authority.issue({ ...signatory, organisation: 'Ö'.repeat(100), at: new Date() })
  const subject = pkijs.Certificate.fromBER(holder.certificate.rawData).subject.typesAndValues
  const values = subject.map((each) => each.value.valueBlock.value)
  expect(values).toContain('Ö'.repeat(64))
  expect(values).toContain(signatory.name)
})
