const sv = {
  missing: 'Välj en rad.',
  choose: 'Välj',
  row: 'Rad',
  gone: 'Raden som var vald finns inte kvar. Välj en annan.',
  noRows: 'Det finns inga rader att välja bland än. Fyll först i tabellen som de står i.',
}

const en: typeof sv = {
  missing: 'Choose a row.',
  choose: 'Choose',
  row: 'Row',
  gone: 'The row that was chosen is no longer there. Choose another.',
  noRows: 'There are no rows to choose from yet. First fill in the table that they stand in.',
}

/** What the kind says, in each language. */
export const messages = { sv, en }
