const sv = {
  missing: 'Lägg till minst en fil.',
  tooMany: (max: number) => `Högst ${max} ${max === 1 ? 'fil' : 'filer'} får plats. Ta bort någon.`,
  limits: 'PDF, bild, Word eller Excel, högst 30\u00a0MB per fil.',
  remove: 'Ta bort',
  keep: 'Behåll',
  list: 'Tillagda filer',
  count: 'antal filer',
}

const en: typeof sv = {
  missing: 'Add at least one file.',
  tooMany: (max) => `There is room for ${max} ${max === 1 ? 'file' : 'files'}. Remove some.`,
  limits: 'PDF, picture, Word or Excel, at most 30\u00a0MB each.',
  remove: 'Remove',
  keep: 'Keep',
  list: 'Added files',
  count: 'number of files',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
