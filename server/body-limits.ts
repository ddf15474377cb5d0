import type { RequestHandler } from 'express'

const megabyte = 1024 * 1024

/** Whole posts: fields alone, and with files. What one file may weigh is the use case's to say, in words. */
const limits = { fields: 4 * megabyte, files: 130 * megabyte }

/** Turns away what is too large before anything of it is read. Whoever posts must say how much is coming. */
export const bodyLimits: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  const length = request.headers['content-length']
  if (length === undefined && request.headers['transfer-encoding'] !== undefined) return refuse(411)
  const withFiles = request.headers['content-type']?.startsWith('multipart/form-data')
  if (Number(length ?? 0) > (withFiles ? limits.files : limits.fields)) return refuse(413)
  next()

  function refuse(status: number): void {
    // The rest of the body is not worth reading.
    response.setHeader('Connection', 'close')
    response
      .status(status)
      .type('text/plain')
      .send(status === 413 ? 'För stort. Too large.' : 'Längd saknas. Length required.')
  }
}
