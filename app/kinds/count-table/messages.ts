const size = {
  sv: (rows: number, columns: number) =>
    `${rows} ${rows === 1 ? 'rad' : 'rader'} och ${columns} ${columns === 1 ? 'kolumn' : 'kolumner'}`,
  en: (rows: number, columns: number) =>
    `${rows} ${rows === 1 ? 'row' : 'rows'} and ${columns} ${columns === 1 ? 'column' : 'columns'}`,
}

const sv = {
  missing: 'Fyll i tabellen. Skriv 0 där det inte är någon.',
  sum: 'Summa',
  missingCell: (row: string, column: string) => `Fyll i ${column}, ${row}. Skriv 0 om det inte är någon.`,
  notNumber: (row: string, column: string) => `Skriv ett heltal med siffror i ${column}, ${row}, till exempel 12.`,
  negative: (row: string, column: string) =>
    `Antalet i ${column}, ${row}, får inte vara mindre än 0. Kontrollera talet.`,
  tooLarge: (row: string, column: string) => `Antalet i ${column}, ${row}, är för stort. Kontrollera siffrorna.`,
  tooMuch: (parts: string, sum: string, by: string, total: string) =>
    `${parts} blir ${sum}, alltså ${by} mer än totalen ${total}.`,
  tooLittle: (parts: string, sum: string, by: string, total: string) =>
    `${parts} blir ${sum}, alltså ${by} mindre än totalen ${total}.`,
  remedy: 'Ändra totalen eller något av talen under den.',
  agrees: (sum: string) => `${sum}, stämmer med totalen`,
  differs: (sum: string, total: string) => `${sum}, stämmer inte med totalen ${total}`,
  lastYear: 'Förra året',
  noFit: (rows: number, columns: number, roomRows: number, roomColumns: number) =>
    `Det du klistrade in har ${size.sv(rows, columns)}. Härifrån finns plats för ${size.sv(roomRows, roomColumns)}.`,
  fillWhatFits: 'Fyll i det som får plats',
  leave: 'Ändra inget',
  wouldFill: 'Det här skulle fyllas i',
}

const en: typeof sv = {
  missing: 'Fill in the table. Write 0 where there are none.',
  sum: 'Sum',
  missingCell: (row, column) => `Fill in ${column}, ${row}. Write 0 if there are none.`,
  notNumber: (row, column) => `Write a whole number in digits in ${column}, ${row}, for example 12.`,
  negative: (row, column) => `The number in ${column}, ${row}, cannot be less than 0. Check the number.`,
  tooLarge: (row, column) => `The number in ${column}, ${row}, is too large. Check the digits.`,
  tooMuch: (parts, sum, by, total) => `${parts} add up to ${sum}, that is ${by} more than the total ${total}.`,
  tooLittle: (parts, sum, by, total) => `${parts} add up to ${sum}, that is ${by} less than the total ${total}.`,
  remedy: 'Change the total or one of the numbers under it.',
  agrees: (sum) => `${sum}, agrees with the total`,
  differs: (sum, total) => `${sum}, does not agree with the total ${total}`,
  lastYear: 'Last year',
  noFit: (rows, columns, roomRows, roomColumns) =>
    `What you pasted has ${size.en(rows, columns)}. From here there is room for ${size.en(roomRows, roomColumns)}.`,
  fillWhatFits: 'Fill in what fits',
  leave: 'Change nothing',
  wouldFill: 'This would be filled in',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
