/**
 * A file as an answer. Shown in the browser when it is a PDF or a picture, else saved; never guessed at, never cached by
 * anybody but the reader.
 */
export function fileResponse(
  body: Uint8Array | ReadableStream<Uint8Array>,
  file: { readonly name: string; readonly type: string; readonly size?: number; readonly download?: boolean },
): Response {
  const shown = !file.download && /^(application\/pdf|image\/(png|jpeg))$/.test(file.type)
  const ascii = file.name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '')
  return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(file.size === undefined ? {} : { 'Content-Length': String(file.size) }),
    },
  })
}
