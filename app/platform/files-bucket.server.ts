import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { env } from './env.server'
import { PortalError } from './errors'
import type { FileStore } from './files.server'

let client: Promise<S3Client> | undefined

/** Loaded only where a bucket is configured: it is a large library. */
function connect(): Promise<S3Client> {
  client ??= import('@aws-sdk/client-s3').then(({ S3Client }) => {
    const { BIDRA_S3_ENDPOINT, BIDRA_S3_REGION, BIDRA_S3_ACCESS_KEY, BIDRA_S3_SECRET_KEY } = env()
    return new S3Client({
      region: BIDRA_S3_REGION,
      ...(BIDRA_S3_ENDPOINT && { endpoint: BIDRA_S3_ENDPOINT, forcePathStyle: true }),
      ...(BIDRA_S3_ACCESS_KEY &&
        BIDRA_S3_SECRET_KEY && {
          credentials: { accessKeyId: BIDRA_S3_ACCESS_KEY, secretAccessKey: BIDRA_S3_SECRET_KEY },
        }),
    })
  })
  return client
}

/** S3-compatible storage: one object per file, named `files/<sha256>`. */
export function bucketStore(): FileStore {
  const object = (sha256: string) => ({ Bucket: env().BIDRA_S3_BUCKET, Key: `files/${sha256}` })
  return {
    async has(sha256) {
      const { HeadObjectCommand } = await import('@aws-sdk/client-s3')
      const s3 = await connect()
      try {
        await s3.send(new HeadObjectCommand(object(sha256)))
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    async adopt(path, { sha256, size }) {
      const { PutObjectCommand } = await import('@aws-sdk/client-s3')
      const s3 = await connect()
      await s3.send(
        new PutObjectCommand({
          ...object(sha256),
          Body: createReadStream(path),
          ContentLength: size,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        }),
      )
    },
    async read(sha256) {
      const { GetObjectCommand } = await import('@aws-sdk/client-s3')
      const s3 = await connect()
      try {
        const { Body } = await s3.send(new GetObjectCommand(object(sha256)))
        if (Body instanceof Readable) return Body
        throw new Error('The storage answered without a body')
      } catch (error) {
        if (isMissing(error)) throw new PortalError('notFound', `no file ${sha256}`)
        throw error
      }
    },
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name)
}
