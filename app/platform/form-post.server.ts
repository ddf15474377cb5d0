import { type FileUpload, parseFormData } from '@remix-run/form-data-parser'

const megabyte = 1024 * 1024

/** A file beyond this breaks the post off. What is allowed is the use case's to say: in words, with nothing lost. */
const hardLimit = 120 * megabyte

/**
 * The fields of a post. Each file part goes through `onFile`, and what it answers stands in its place; an empty file
 * input counts as nothing. Without `onFile`, files are left out.
 */
export function readPost(
  request: Request,
  onFile?: (file: FileUpload) => Promise<string | undefined>,
): Promise<FormData> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return request.formData()
  return parseFormData(request, { maxFileSize: hardLimit, maxTotalSize: 2 * hardLimit, maxFiles: 20 }, async (file) =>
    file.name === '' && file.size === 0 ? null : ((await onFile?.(file)) ?? null),
  )
}
