import type { Display } from './display'

/** A display in one line, as far as it fits in one; '' where there is nothing. */
export function inOneLine(display: Display): string {
  switch (display.type) {
    case 'empty':
      return ''
    case 'text':
      return display.text
    case 'lines':
      return display.lines.join(display.ordered ? '; ' : ', ')
    case 'table':
      return display.rows.map(({ label, cells }) => `${label}: ${cells.join(' / ')}`).join('; ')
    case 'file':
      return display.files.map(({ name }) => name).join(', ')
  }
}
