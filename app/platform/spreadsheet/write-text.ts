/** A text as it is written in a cell of XLSX: Excel reads «_x0041_» as a character's number, unless the underscore is one itself. */
export const writtenText = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
