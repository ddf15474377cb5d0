interface Cell {
  /** What it shows. */
  said: string
  /** As the server rendered it. */
  readonly shown: string
  readonly hear: (text: string) => void
}

/** Field name → what was computed for it last. Each cell hears of its own when it changes: of a thousand, one does. */
export class ComputedTexts {
  #texts: Readonly<Record<string, string>> = {}
  readonly #cells = new Map<string, Cell>()

  take(texts: Readonly<Record<string, string>>): void {
    this.#texts = texts
    for (const [name, cell] of this.#cells) this.#tell(name, cell)
  }

  /** @returns what ends it */
  listen(name: string, shown: string, hear: (text: string) => void): () => void {
    const cell = { said: shown, shown, hear }
    this.#cells.set(name, cell)
    this.#tell(name, cell)
    return () => {
      if (this.#cells.get(name) === cell) this.#cells.delete(name)
    }
  }

  #tell(name: string, cell: Cell): void {
    const text = this.#texts[name] ?? cell.shown
    if (text === cell.said) return
    cell.said = text
    cell.hear(text)
  }
}
