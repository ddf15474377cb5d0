interface Letter {
  readonly subject: string
  readonly text: string
  readonly button?: { readonly label: string; readonly href: string }
  readonly why?: string
  readonly language?: 'sv' | 'en'
}

/** The letter in plain text: the button becomes its words and its address. */
export function mailText({ text, button, why }: Letter): string {
  const parts = [text.trim(), button && `${button.label}:\n${button.href}`, why?.trim()]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

const ink = '#1a2527'
const quiet = '#465254'
const accent = '#004f5e'

/**
 * The letter as HTML that reads well everywhere: one column, real paragraphs, no pictures, colours with contrast
 * 7:1, a button that is a link and whose address also stands below it. Why the reader gets it stands last, smaller.
 */
export function mailHtml({ subject, text, button, why, language = 'sv' }: Letter): string {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .map((each) => paragraph('margin:0 0 16px', words(each)))
  if (button) {
    const href = escapeHtml(button.href)
    const look = `display:inline-block;padding:12px 20px;border-radius:8px;background:${accent};color:#ffffff;text-decoration:none;font-weight:600`
    paragraphs.push(
      paragraph('margin:24px 0 16px', `<a href="${href}" style="${look}">${escapeHtml(button.label)}</a>`),
      paragraph(
        'margin:0 0 16px;font-size:14px;word-break:break-all',
        `<a href="${href}" style="color:${accent}">${href}</a>`,
      ),
    )
  }
  if (why)
    paragraphs.push(
      paragraph(
        `margin:32px 0 0;padding-top:16px;border-top:1px solid #c8cfce;font-size:14px;color:${quiet}`,
        words(why),
      ),
    )
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:${ink};font:16px/1.5 'Source Sans 3','Segoe UI',Arial,sans-serif">
<main style="max-width:600px;margin:0 auto">
<p style="margin:0 0 24px;padding-bottom:12px;border-bottom:3px solid ${accent};font-size:22px;line-height:1.2;font-weight:700;color:${accent}">Bidra</p>
${paragraphs.join('\n')}
</main>
</body>
</html>
`
}

const paragraph = (look: string, content: string) => `<p style="${look}">${content}</p>`

const words = (text: string) => escapeHtml(text.trim()).replaceAll('\n', '<br>')

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
