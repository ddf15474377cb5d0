/** «Stockholms län» → «Stockholm», «Örebro län» → «Örebro»: the county as it is named without the word. */
export function countyName(county: string): string {
  const stem = county.replace(/ län$/, '')
  return stem.endsWith('s') ? stem.slice(0, -1) : stem
}

/** The county administrative board of a county: «Länsstyrelsen Stockholm». */
export const countyBoardName = (county: string) => `Länsstyrelsen ${countyName(county)}`
