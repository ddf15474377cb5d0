import { PortalError } from '../errors'

/** Text as agencies send it: UTF-8 or Windows-1252, with or without a byte order mark; «Unicode-text» from a spreadsheet. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Every byte means something in Windows-1252, so this never fails.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The text of a file. @throws PortalError wrongType: it holds what no text holds, but every PDF, picture and old workbook does */
export function textIn(bytes: Uint8Array): string {
  const text = decodeText(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new PortalError('wrongType')
  return text
}
