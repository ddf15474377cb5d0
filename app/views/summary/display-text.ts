import type { Display } from '~/forms/display'

/** A display in one line, for places with no room for more: a locked value, a difference, an export. '' when empty. */
export function displayText(display: Display): string {
  switch (display.type) {
    case 'empty':
      return ''
    case 'text':
      return display.text.replace(/\s*\n\s*/g, ' ')
    case 'lines':
      return display.lines.join(display.ordered ? '; ' : ', ')
    case 'table':
      return display.rows.map((row) => `${row.label}: ${row.cells.join(' / ')}`).join('; ')
    case 'file':
      return display.files.map((file) => file.name).join(', ')
  }
}
