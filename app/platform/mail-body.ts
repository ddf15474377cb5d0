interface Letter {
  readonly subject: string
  readonly text: string
  readonly button?: { readonly label: string; readonly href: string }
  readonly language?: 'sv' | 'en'
}

/** The letter in plain text: the button becomes its words and its address. */
export function mailText({ text, button }: Letter): string {
  return button ? `${text.trim()}\n\n${button.label}:\n${button.href}\n` : `${text.trim()}\n`
}

/**
 * The letter as HTML that reads well everywhere: one column, real paragraphs, no pictures, colours with contrast
 * 7:1, a button that is a link and whose address also stands below it.
 */
export function mailHtml({ subject, text, button, language = 'sv' }: Letter): string {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph.trim()).replaceAll('\n', '<br>')}</p>`)
  if (button) {
    const href = escapeHtml(button.href)
    const look =
      'display:inline-block;padding:12px 20px;border-radius:6px;background:#123a5c;color:#ffffff;text-decoration:none;font-weight:600'
    paragraphs.push(
      `<p style="margin:24px 0 16px"><a href="${href}" style="${look}">${escapeHtml(button.label)}</a></p>`,
      `<p style="margin:0 0 16px;font-size:14px;word-break:break-all"><a href="${href}" style="color:#123a5c">${href}</a></p>`,
    )
  }
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1b1f24;font:16px/1.5 'Source Sans 3','Segoe UI',Arial,sans-serif">
<main style="max-width:600px;margin:0 auto">
${paragraphs.join('\n')}
</main>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
