/** A text of several paragraphs, an empty line between each; a single line break stays a line break. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <div className="paragraphs">
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
    </div>
  )
}
