const sv = {
  missing: 'Skriv minst en rad. Det viktigaste ska stå först.',
  tooMany: (max: number) => `Högst ${max} rader får plats. Ta bort det minst viktiga.`,
  twice: (item: string) => `”${item}” står två gånger. Ta bort det ena.`,
  add: 'Lägg till en rad',
  remove: 'Ta bort',
  up: 'Flytta upp',
  down: 'Flytta ner',
  emptyRows: 'Tomma rader räknas inte. Sparar du får du fler.',
}

const en: typeof sv = {
  missing: 'Write at least one row, the most important first.',
  tooMany: (max) => `There is room for ${max} rows. Remove what matters least.`,
  twice: (item) => `”${item}” stands twice. Remove one of them.`,
  add: 'Add a row',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  emptyRows: 'Empty rows do not count. Save to get more.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
