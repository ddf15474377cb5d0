import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSignatures, signedBytes } from '../read-signatures.server'

/** What a program said: its exit status, and everything it wrote. */
export interface Said {
  readonly ok: boolean
  readonly text: string
}

/** Runs a program that shares no code with the portal. Throws when it is not installed. */
export async function witness(program: string, ...args: readonly string[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, out: string, err: string) => {
      if (error && 'code' in error && error.code === 'ENOENT') reject(new Error(`${program} is not installed`))
      else resolve({ ok: error === null, text: `${out}\n${err}` })
    }
    execFile(program, [...args], { maxBuffer: 1 << 26 }, done)
  })
}

/** Runs `work` with a folder of its own that is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bidra-witness-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What a program says of a PDF; «PDF» stands for its file among the arguments. */
export async function askAbout(pdf: Uint8Array, program: string, ...args: readonly string[]): Promise<Said> {
  return withFolder(async (folder) => {
    const file = join(folder, 'document.pdf')
    await writeFile(file, pdf)
    return witness(program, ...args.map((argument) => (argument === 'PDF' ? file : argument)))
  })
}

/** pdfsig of poppler, with the root in an NSS database of its own. */
export async function pdfsig(pdf: Uint8Array, rootPem: string): Promise<Said> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, 'root.pem'), rootPem)
    await witness('certutil', '-N', '-d', `sql:${folder}`, '--empty-password')
    await witness('certutil', '-A', '-d', `sql:${folder}`, '-n', 'root', '-t', 'C,C,C', '-i', join(folder, 'root.pem'))
    await writeFile(join(folder, 'document.pdf'), pdf)
    return witness('pdfsig', '-nssdir', `sql:${folder}`, join(folder, 'document.pdf'))
  })
}

export interface OpensslSaid {
  /** openssl cms -verify -cades over the signed bytes. */
  readonly cms: Said
  /** openssl ts -verify of the time stamp over the signature value. */
  readonly timestamp: Said
  /** The signature, printed. */
  readonly printed: string
}

/** openssl about every signature of a document, taken out of the file by its byte range alone. */
export async function openssl(pdf: Uint8Array, rootPem: string): Promise<OpensslSaid[]> {
  return Promise.all(
    findSignatures(pdf).map((found) =>
      withFolder(async (folder) => {
        const at = (name: string) => join(folder, name)
        await writeFile(at('root.pem'), rootPem)
        await writeFile(at('cms'), found.cms)
        await writeFile(at('data'), signedBytes(pdf, found))
        const form = ['-inform', 'DER', '-in', at('cms')]
        const trust = ['-CAfile', at('root.pem')]
        const about = ['-binary', '-content', at('data'), '-purpose', 'any', '-out', at('out')]
        const cms = await witness('openssl', 'cms', '-verify', '-cades', ...form, ...trust, ...about)
        const { text } = await witness('openssl', 'cms', '-cmsout', '-print', '-noout', ...form)
        const { value, token } = await timestampOf(found.cms)
        await writeFile(at('value'), value)
        await writeFile(at('token'), token)
        const stamp = ['-data', at('value'), '-in', at('token'), '-token_in']
        return { cms, printed: text, timestamp: await witness('openssl', 'ts', '-verify', ...stamp, ...trust) }
      }),
    ),
  )
}

/** Signature value and time stamp token, found by walking the ASN.1 itself. */
async function timestampOf(cms: Uint8Array): Promise<{ value: Uint8Array; token: Uint8Array }> {
  const pkijs = await import('pkijs')
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(cms).buffer)
  const [signer] = new pkijs.SignedData({ schema: info.content }).signerInfos
  const token = signer?.unsignedAttrs?.attributes[0]?.values[0]
  if (!signer || !token) return { value: new Uint8Array(), token: new Uint8Array() }
  return { value: signer.signature.valueBlock.valueHexView, token: new Uint8Array(token.toBER()) }
}
