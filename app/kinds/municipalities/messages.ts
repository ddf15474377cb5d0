const sv = {
  missing: 'Skriv minst en kommun.',
  unknown: (typed: string) => `Vi hittar ingen kommun som heter ”${typed}”. Kontrollera stavningen.`,
  suggestion: (typed: string, name: string) => `Vi hittar ingen kommun som heter ”${typed}”. Menar du ${name}?`,
  own: (name: string) => `${name} är er egen kommun och räknas redan. Ta bort den.`,
  twice: (name: string) => `${name} står två gånger. Ta bort den ena.`,
  tooMany: (max: number) => `Högst ${max} kommuner får plats. Ta bort någon.`,
  item: (number: number) => `Kommun ${number}`,
  add: 'Lägg till en kommun',
  remove: 'Ta bort',
  up: 'Flytta upp',
  down: 'Flytta ner',
  emptyRows: 'Tomma rader räknas inte. Sparar du får du fler.',
}

const en: typeof sv = {
  missing: 'Write at least one municipality.',
  unknown: (typed) => `We find no municipality called ”${typed}”. Check the spelling.`,
  suggestion: (typed, name) => `We find no municipality called ”${typed}”. Do you mean ${name}?`,
  own: (name) => `${name} is your own municipality and counts already. Remove it.`,
  twice: (name) => `${name} stands twice. Remove one of them.`,
  tooMany: (max) => `There is room for ${max} municipalities. Remove some.`,
  item: (number) => `Municipality ${number}`,
  add: 'Add a municipality',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  emptyRows: 'Empty rows do not count. Save to get more.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
