const lower = (words: string) => words.charAt(0).toLocaleLowerCase('sv') + words.slice(1)

const sv = {
  /** What a row is called where the form does not say. */
  row: 'Rad',
  computed: (label: string) => `${label} (räknas ut)`,
  sum: 'Summa',
  missing: 'Fyll i minst en rad.',
  missingRows: 'Fyll i tabellen.',
  tooFew: (min: number) => `Fyll i minst ${min} rader.`,
  tooMany: (max: number, over: number) =>
    `Högst ${max} ${max === 1 ? 'rad' : 'rader'} får plats. Ta bort ${over === 1 ? 'en' : over}.`,
  add: (row: string) => `Lägg till ${lower(row)}`,
  remove: 'Ta bort',
  copy: 'Kopiera',
  up: 'Flytta upp',
  down: 'Flytta ner',
  acts: (row: string) => `Flytta, kopiera eller ta bort ${lower(row)}`,
  removed: (row: string) => `${row} är borttagen.`,
  undo: 'Ångra',
  emptyRows: 'Tomma rader sparas inte.',
  saveForMore: 'Spara och få fler rader',
  lastYear: (year: number) => `Svaret ${year}`,
  count: 'antal rader',
}

const en: typeof sv = {
  row: 'Row',
  computed: (label) => `${label} (computed)`,
  sum: 'Sum',
  missing: 'Fill in at least one row.',
  missingRows: 'Fill in the table.',
  tooFew: (min) => `Fill in at least ${min} rows.`,
  tooMany: (max, over) =>
    `There is room for ${max} ${max === 1 ? 'row' : 'rows'}. Remove ${over === 1 ? 'one' : over}.`,
  add: (row) => `Add ${lower(row)}`,
  remove: 'Remove',
  copy: 'Copy',
  up: 'Move up',
  down: 'Move down',
  acts: (row) => `Move, copy or remove ${lower(row)}`,
  removed: (row) => `${row} is removed.`,
  undo: 'Undo',
  emptyRows: 'Empty rows are not saved.',
  saveForMore: 'Save and get more rows',
  lastYear: (year) => `The answer for ${year}`,
  count: 'number of rows',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
