import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { KeyHolder } from './certificates.server'
import { bufferOf, oid, sha256, signCms } from './cms.server'

/** Proves when something existed (RFC 3161). */
export interface TimestampService {
  /** A time stamp token (DER) over a SHA-256. `at` is the caller's clock: a service of its own has its own. */
  stamp(digest: Uint8Array, at: Date): Promise<Uint8Array>
}

/** A policy of nobody's, in the arc of UUIDs (X.667): the stamps of the trial authority promise nothing. */
const trialPolicy = '2.25.1180591620'

function imprint(digest: Uint8Array): pkijs.MessageImprint {
  return new pkijs.MessageImprint({
    hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    hashedMessage: new asn1js.OctetString({ valueHex: bufferOf(digest) }),
  })
}

/** Stamps in this process, by the caller's clock, to the second. For trying out. */
export function ownTimestamps(holder: KeyHolder): TimestampService {
  return {
    async stamp(digest, at) {
      const info = new pkijs.TSTInfo({
        version: 1,
        policy: trialPolicy,
        messageImprint: imprint(digest),
        serialNumber: new asn1js.Integer({ valueHex: bufferOf(positive(randomBytes(16))) }),
        genTime: new Date(Math.floor(at.getTime() / 1000) * 1000),
        accuracy: new pkijs.Accuracy({ seconds: 1 }),
      })
      const embedded = new Uint8Array(info.toSchema().toBER())
      return signCms({ type: oid.timestampInfo, digest: sha256(embedded), embedded }, holder)
    },
  }
}

/**
 * Stamps of an RFC 3161 service over HTTP. Throws when the service does not answer within ten seconds, refuses, or
 * answers something else than what was asked: a document without its time stamp is never sealed.
 */
export function remoteTimestamps(url: string): TimestampService {
  return {
    async stamp(digest) {
      const nonce = positive(randomBytes(8))
      const request = new pkijs.TimeStampReq({
        version: 1,
        messageImprint: imprint(digest),
        nonce: new asn1js.Integer({ valueHex: bufferOf(nonce) }),
        certReq: true,
      })
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query' },
        body: new Uint8Array(request.toSchema().toBER()),
        signal: AbortSignal.timeout(10_000),
      })
      if (!answer.ok) throw new Error(`The time stamp service answered ${answer.status}`)
      return tokenOf(new Uint8Array(await answer.arrayBuffer()), digest, nonce)
    },
  }
}

function tokenOf(answer: Uint8Array, digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const response = pkijs.TimeStampResp.fromBER(bufferOf(answer))
  if (!response.timeStampToken || response.status.status > 1) {
    throw new Error(`The time stamp service refused (status ${response.status.status})`)
  }
  const token = new Uint8Array(response.timeStampToken.toSchema().toBER())
  const info = readTimestamp(token)
  const answered = info.nonce && Buffer.from(info.nonce.valueBlock.valueHexView)
  if (!Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView).equals(digest)) {
    throw new Error('The time stamp is about something else')
  }
  if (!answered?.equals(nonce)) throw new Error('The time stamp answers another question')
  return token
}

/** What a time stamp token says; throws when it is none. Proves nothing yet. */
export function readTimestamp(token: Uint8Array): pkijs.TSTInfo {
  const info = pkijs.ContentInfo.fromBER(bufferOf(token))
  const signed = new pkijs.SignedData({ schema: info.content })
  const content = signed.encapContentInfo.eContent
  if (signed.encapContentInfo.eContentType !== oid.timestampInfo || !content) throw new Error('Not a time stamp')
  return pkijs.TSTInfo.fromBER(content.getValue())
}

/** The bytes of a positive integer: first bit clear, first byte not zero. */
function positive(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[0] = ((copy[0] ?? 0) & 0x7f) | 0x40
  return copy
}
